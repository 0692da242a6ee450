// Instrument and answers → Scores: every question, index and area, each with its number or the reason for having none.
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { areaScore } from './areas.ts';
import { rdiv } from './arithmetic.ts';
import { indexScores, tallied, tally } from './index-score.ts';
import { planOf, type Voice } from './plan.ts';
import { OFF_PATH } from './question.ts';
import type { AreaScore, QuestionScore, Scores } from './scores.ts';

/**
 * Scores one response (method, sections 2 to 5), in tenths. Only questions on `answers.path` count, in whatever order
 * they were answered. `medians` are the peers' medians in tenths by area; an area without one has no peers yet.
 */
export function score(
	instrument: Instrument,
	answers: Answers,
	medians: Readonly<Record<string, number>> = {}
): Scores {
	const plan = planOf(instrument);
	const results = plan.nothing.slice();
	const questions: Record<string, QuestionScore> = { ...plan.unasked };
	let next = 0;
	for (const id of answers.path) {
		// The path is in the order of the instrument, so the question is nearly always the next one.
		const position: number | undefined = plan.questions[next]?.id === id ? next : plan.positions.get(id);
		const question = plan.questions[position ?? -1];
		if (question === undefined || position === undefined) continue;
		questions[id] = results[position] = question.score(answers.given[id]);
		next = position + 1;
	}

	const indices = indexScores(instrument, (_, position) => tallied(tally(plan.indices[position] ?? [], results)));

	const areas: Record<string, AreaScore> = { ...plan.blank };
	for (const entry of plan.areas) {
		const { area, voices } = entry;
		const importance = meanOf(voices, answers, results) ?? area.importance;
		const median = Object.hasOwn(medians, area.id) ? medians[area.id] : null;
		areas[area.id] = areaScore(entry, results, importance, median ?? null);
	}
	return { questions, indices, areas };
}

/** The mean of the importance questions that were answered, in tenths; null if none was. */
function meanOf(voices: readonly Voice[], { given }: Answers, results: readonly QuestionScore[]): number | null {
	let sum = 0;
	let count = 0;
	for (const { id, position, tenths } of voices) {
		const said = results[position] === OFF_PATH ? null : tenths(given[id]);
		if (said === null) continue;
		sum += said;
		count += 1;
	}
	return count === 0 ? null : rdiv(sum, count);
}
