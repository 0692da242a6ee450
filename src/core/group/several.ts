// The answers of several respondents in one company → its scores, how far they agree, and where its groups see it differently.
import { rawOf } from '#core/answers/opposites.ts';
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import { areaScore } from '#core/scores/areas.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { verdictOf } from '#core/scores/bands.ts';
import { planOf } from '#core/scores/plan.ts';
import { OFF_PATH } from '#core/scores/question.ts';
import type { AreaScore, QuestionScore, Scores } from '#core/scores/scores.ts';
import { agreementOn, type Agreement } from './agreement.ts';
import { isToldBeside, leastTogether } from './circle.ts';
import { companyIndices } from './company.ts';
import { sum } from './moments.ts';
import { representative } from './representative.ts';
import type { Respondent } from './respondent.ts';
import { partsOf, spreadOf, type Heard, type Parts, type Spread } from './spread.ts';
import { unknownsOf, type Unknown } from './unknowns.ts';

/** 1; 2 to 4; from 5 on. */
export type Voices = 'one' | 'few' | 'several';

export type Several = {
	readonly n: number;
	readonly voices: Voices;
	readonly isAnonymous: boolean;
	/** By group of the instrument, in its order; respondents in none of them are not among these. */
	readonly sizes: Readonly<Record<string, number>>;
	/** What stands for all of them in texts, and the scores of the company (method, section 8); personal indices are none. */
	readonly answers: Answers;
	readonly scores: Scores;
	/** By index over questions about the company, and by area: who sees it how. Those that nobody has a score of are missing. */
	readonly indices: Readonly<Record<string, Parts>>;
	readonly areas: Readonly<Record<string, Parts>>;
	/** By index over questions: null below three respondents. */
	readonly agreement: Readonly<Record<string, Agreement | null>>;
	/** On all scale questions about the company. */
	readonly agreed: Agreement | null;
	/** By scored question about the company. */
	readonly questions: Readonly<Record<string, Spread>>;
	/** Questions that somebody did not know, by falling share. */
	readonly unknown: readonly Unknown[];
};

export type SeveralOptions = {
	readonly isAnonymous: boolean;
	/** The peers' medians in tenths by area. */
	readonly medians?: Readonly<Record<string, number>>;
};

/**
 * `respondents` are those who are heard (see `heardOf`). Null where they are too few for anything to be told. Nothing
 * personal is in it, and no part of them that is too small, nor what would give one by subtraction.
 */
export function severalOf(
	instrument: Instrument,
	respondents: readonly Respondent[],
	{ isAnonymous, medians = {} }: SeveralOptions
): Several | null {
	const n = respondents.length;
	if (n < leastTogether(isAnonymous) || n === 0) return null;
	const company = new Set(instrument.sections.filter(({ about }) => about === 'company').map(({ id }) => id));
	const questions = instrument.questions.filter(({ section }) => company.has(section));
	const groups = Object.keys(instrument.groups);
	const sizes = sizesOf(respondents);
	const heard: Heard = { groups, isAnonymous, sizes };
	const spreads = held(questions.map((each) => [each.id, spreadOf(each, respondents, heard)]));
	const told = questions.filter(({ id }) => spreads[id] !== undefined);
	const parts = (scoreOf: (each: Respondent) => number | null, isIndex: boolean): Parts | null => {
		const scoring = respondents.flatMap((each): readonly (readonly [string, number])[] => {
			const tenths = scoreOf(each);
			return tenths === null ? [] : [[each.group ?? '', tenths]];
		});
		// Whoever lacks an index lacks half of its questions or more, and those are not told.
		const of = isIndex ? { ...heard, sizes: sizesOf(scoring.map(([group]) => ({ group }))) } : heard;
		return scoring.length < leastTogether(isAnonymous) ? null : partsOf(scoring, of);
	};
	const indices = instrument.indices.filter(({ about }) => about === 'company');
	return {
		n,
		voices: n === 1 ? 'one' : n < 5 ? 'few' : 'several',
		isAnonymous,
		sizes: Object.fromEntries(groups.map((name) => [name, sizes[name] ?? 0])),
		answers: representative(instrument, respondents, leastTogether(isAnonymous), isAnonymous),
		scores: companyScores(instrument, respondents, { isAnonymous, medians }),
		indices: held(indices.map(({ id }) => [id, parts(({ scores }) => scores.indices[id]?.tenths ?? null, true)])),
		areas: held(instrument.areas.map(({ id }) => [id, parts(({ scores }) => scores.areas[id]?.tenths ?? null, false)])),
		agreement: Object.fromEntries(
			indices
				.filter(({ of }) => of === null)
				.map(({ id }) => [
					id,
					agreedOn(
						told.filter(({ feeds }) => (feeds[id] ?? 0) > 0),
						respondents
					)
				])
		),
		agreed: agreedOn(told, respondents),
		questions: spreads,
		unknown: unknownsOf(questions, respondents, heard)
	};
}

/** How many there are in each group, '' for none. */
function sizesOf(respondents: readonly Pick<Respondent, 'group'>[]): Readonly<Record<string, number>> {
	const sizes: Record<string, number> = {};
	for (const { group } of respondents) sizes[group ?? ''] = (sizes[group ?? ''] ?? 0) + 1;
	return sizes;
}

const held = <T>(entries: readonly (readonly [string, T | null])[]): Readonly<Record<string, T>> =>
	Object.fromEntries(entries.flatMap(([id, each]) => (each === null ? [] : [[id, each]])));

/** On the scale questions with the most common number of points. */
function agreedOn(questions: readonly Question[], respondents: readonly Respondent[]): Agreement | null {
	const scales = questions.filter(({ type, importanceOf }) => type === 'scale' && importanceOf.length === 0);
	const lengths = scales.map(({ options }) => options.length);
	const often = (length: number): number => lengths.filter((each) => each === length).length;
	const points = lengths.reduce((most, each) => (often(each) > often(most) ? each : most), lengths[0] ?? 0);
	const columns = scales
		.filter(({ options }) => options.length === points)
		.map((question) => respondents.flatMap(({ answers }) => rawOf(question, answers) ?? []));
	return agreementOn(columns, points);
}

/**
 * Questions and areas by the means of those who have a score, indices as the method aggregates a company. Where anonymity
 * was promised, what fewer than three have a score of has none.
 */
function companyScores(
	instrument: Instrument,
	respondents: readonly Respondent[],
	{ isAnonymous, medians = {} }: SeveralOptions
): Scores {
	const least = leastTogether(isAnonymous);
	const plan = planOf(instrument);
	const results = plan.questions.map(({ id }): QuestionScore => {
		const scores = respondents.flatMap((each) => each.scores.questions[id] ?? []);
		const tenths = scores.flatMap((each) => each.tenths ?? []);
		if (tenths.length === 0) return scores.find((each) => each !== OFF_PATH) ?? OFF_PATH;
		if (tenths.length < least || !isToldBeside(tenths.length, respondents.length, isAnonymous)) return OFF_PATH;
		const mean = rdiv(sum(tenths), tenths.length);
		return { tenths: mean, verdict: verdictOf(mean) };
	});
	const areas = plan.areas.map(({ area, ...membership }): readonly [string, AreaScore] => {
		const stated = respondents.flatMap((each) => each.scores.areas[area.id]?.importance ?? []);
		const importance = stated.length === 0 ? area.importance : rdiv(sum(stated), stated.length);
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
