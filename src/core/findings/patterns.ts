// Answers and scores → the patterns that hold: observations over several answers.
import type { Answers } from '#core/answers/answers.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { holds } from '#core/instrument/holds.ts';
import type { Instrument, Pattern } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { factsOf } from './facts.ts';
import type { PatternFinding } from './findings.ts';

/** The most patterns that are shown of the company, and of the person. */
export const MOST_PATTERNS = 4;

/**
 * The patterns that hold, company before person, by falling weight and then by id, at most four of each. Of those of the
 * company the one is lifted whose questions lie in the areas of the highest summed priority; the first, if they are equal.
 */
export function patternsFound(instrument: Instrument, answers: Answers, scores: Scores): readonly PatternFinding[] {
	const facts = factsOf(answers, scores);
	const found = instrument.patterns
		.filter((pattern) => holds(pattern.when, facts))
		.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
		.map((pattern) => ({ pattern, because: because(pattern, answers) }));
	const company = found.filter(({ pattern }) => pattern.about === 'company').slice(0, MOST_PATTERNS);
	const personal = found.filter(({ pattern }) => pattern.about === 'personal').slice(0, MOST_PATTERNS);

	const priorities = company.map(({ because }) => priorityOf(because, instrument, scores));
	const lifted = company[priorities.indexOf(Math.max(...priorities))];
	return [...company, ...personal].map((each) => ({
		kind: 'pattern',
		pattern: each.pattern.id,
		lifted: each === lifted,
		because: each.because
	}));
}

/** The questions that the condition names and that have an answer, "don't know" included, in the order asked. */
function because({ when }: Pattern, { path, given }: Answers): readonly string[] {
	const named = new Set(questionsIn(when));
	return path.filter((id) => named.has(id) && Object.hasOwn(given, id));
}

function questionsIn(condition: Condition): readonly string[] {
	switch (condition.kind) {
		case 'all':
		case 'any':
			return condition.of.flatMap(questionsIn);
		case 'not':
			return questionsIn(condition.of);
		case 'index':
		case 'area':
			return [];
		default:
			return [condition.question];
	}
}

/** The summed priority of the areas in which the questions lie, each area once. */
function priorityOf(questions: readonly string[], instrument: Instrument, scores: Scores): number {
	const areas = new Set(
		instrument.questions.flatMap(({ id, area }) => (area !== null && questions.includes(id) ? area : []))
	);
	return [...areas].reduce((sum, area) => sum + (scores.areas[area]?.priority ?? 0), 0);
}
