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
import { leastTogether } from './circle.ts';
import { companyIndices } from './company.ts';
import { sum } from './moments.ts';
import { representative } from './representative.ts';
import type { Respondent } from './respondent.ts';
import { partsOf, spreadOf, type Parts, type Spread } from './spread.ts';

/** 1; 2 to 4; from 5 on. */
export type Voices = 'one' | 'few' | 'several';

/** How many did not know, of those who were asked. */
export type Unknown = {
	readonly question: string;
	readonly unsure: number;
	readonly asked: number;
	/** The share in per cent that each of the first two groups reaches; null where one of them may not be shown. */
	readonly everywhere: number | null;
};

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
	const parts = (scoreOf: (each: Respondent) => number | null): Parts | null => {
		const scoring = respondents.flatMap((each): readonly (readonly [string, number])[] => {
			const tenths = scoreOf(each);
			return tenths === null ? [] : [[each.group ?? '', tenths]];
		});
		return scoring.length < leastTogether(isAnonymous) ? null : partsOf(scoring, groups, isAnonymous);
	};
	const indices = instrument.indices.filter(({ about }) => about === 'company');
	return {
		n,
		voices: n === 1 ? 'one' : n < 5 ? 'few' : 'several',
		isAnonymous,
		sizes: Object.fromEntries(groups.map((name) => [name, respondents.filter(({ group }) => group === name).length])),
		answers: representative(instrument, respondents, leastTogether(isAnonymous)),
		scores: companyScores(instrument, respondents, { isAnonymous, medians }),
		indices: held(indices.map(({ id }) => [id, parts(({ scores }) => scores.indices[id]?.tenths ?? null)])),
		areas: held(instrument.areas.map(({ id }) => [id, parts(({ scores }) => scores.areas[id]?.tenths ?? null)])),
		agreement: Object.fromEntries(
			indices
				.filter(({ of }) => of === null)
				.map(({ id }) => [
					id,
					agreedOn(
						questions.filter(({ feeds }) => (feeds[id] ?? 0) > 0),
						respondents
					)
				])
		),
		agreed: agreedOn(questions, respondents),
		questions: held(questions.map((each) => [each.id, spreadOf(each, respondents, { groups, isAnonymous })])),
		unknown: unknownsOf(questions, respondents, { groups, isAnonymous })
	};
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
		if (tenths.length < least) return OFF_PATH;
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

/** Where anonymity was promised, only those that three or more did not know. */
function unknownsOf(
	questions: readonly Question[],
	respondents: readonly Respondent[],
	{ groups, isAnonymous }: { readonly groups: readonly string[]; readonly isAnonymous: boolean }
): readonly Unknown[] {
	const least = leastTogether(isAnonymous);
	return questions
		.map(({ id }): Unknown => {
			const asked = respondents.filter(({ answers }) => answers.path.includes(id));
			const unsure = new Set(asked.filter(({ answers }) => answers.given[id]?.state === 'ns'));
			const parts = partsOf(
				asked.map((each) => [each.group ?? '', unsure.has(each) ? 1000 : 0] as const),
				groups,
				isAnonymous
			);
			const shares = groups.slice(0, 2).map((group) => parts?.groups[group]?.tenths ?? null);
			const isTold = shares.length === 2 && shares.every((share) => share !== null);
			return {
				question: id,
				unsure: unsure.size,
				asked: asked.length,
				everywhere: isTold ? Math.floor(Math.min(...shares.map((share) => share ?? 0)) / 10) : null
			};
		})
		.filter(({ unsure }) => unsure >= least)
		.sort((one, other) => other.unsure * one.asked - one.unsure * other.asked);
}
