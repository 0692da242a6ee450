// The scores of several respondents → those of their company.
import type { Instrument } from '#core/instrument/instrument.ts';
import { areaScore } from '#core/scores/areas.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { verdictOf } from '#core/scores/bands.ts';
import { planOf } from '#core/scores/plan.ts';
import { OFF_PATH } from '#core/scores/question.ts';
import type { AreaScore, QuestionScore, Scores } from '#core/scores/scores.ts';
import { leastSaying } from './circle.ts';
import { companyIndices } from './company.ts';
import { sum } from './moments.ts';
import type { Respondent } from './respondent.ts';

type Told = {
	readonly isAnonymous: boolean;
	/** The peers' medians in tenths by area. */
	readonly medians: Readonly<Record<string, number>>;
	/** Questions of which nothing is told. */
	readonly withheld: ReadonlySet<string>;
};

/**
 * Questions and areas by the means of those who have a score, indices as the method aggregates a company. Where anonymity
 * was promised, what too few have a score of has none, and what too few said of an area's importance counts for nothing.
 */
export function companyScores(
	instrument: Instrument,
	respondents: readonly Respondent[],
	{ isAnonymous, medians, withheld }: Told
): Scores {
	const least = leastSaying(respondents.length, isAnonymous);
	const plan = planOf(instrument);
	const results = plan.questions.map(({ id }): QuestionScore => {
		const scores = respondents.flatMap((each) => each.scores.questions[id] ?? []);
		const tenths = scores.flatMap((each) => each.tenths ?? []);
		if (tenths.length === 0) return scores.find((each) => each !== OFF_PATH) ?? OFF_PATH;
		if (withheld.has(id)) return OFF_PATH;
		const mean = rdiv(sum(tenths), tenths.length);
		return { tenths: mean, verdict: verdictOf(mean) };
	});
	const areas = plan.areas.map(({ area, voices, ...membership }): readonly [string, AreaScore] => {
		const stated = respondents.flatMap((each) => each.scores.areas[area.id]?.importance ?? []);
		const saying = respondents.filter(({ answers: { given } }) =>
			voices.some((one) => one.tenths(given[one.id]) !== null)
		);
		const isTold = stated.length > 0 && saying.length >= least;
		const importance = isTold ? rdiv(sum(stated), stated.length) : area.importance;
		return [area.id, areaScore(membership, results, importance, medians[area.id] ?? null)];
	});
	return {
		questions: Object.fromEntries(plan.questions.map(({ id }, at) => [id, results[at] ?? OFF_PATH])),
		indices: companyIndices(
			instrument,
			respondents.map(({ scores }) => scores),
			least
		),
		areas: Object.fromEntries(areas)
	};
}
