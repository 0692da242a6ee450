// The answers of several respondents in one company → its scores, how far they agree, and where its groups see it differently.
import { rawOf } from '#core/answers/opposites.ts';
import type { Answers } from '#core/answers/answers.ts';
import type { Index, Instrument, Question } from '#core/instrument/instrument.ts';
import { planOf } from '#core/scores/plan.ts';
import type { Scores } from '#core/scores/scores.ts';
import { agreementOn, type Agreement } from './agreement.ts';
import { areaParts } from './area-parts.ts';
import { leastTogether } from './circle.ts';
import { companyScores } from './company-scores.ts';
import { representative } from './representative.ts';
import type { Respondent } from './respondent.ts';
import { partsOf, spreadOf, type Heard, type Parts, type Spread } from './spread.ts';
import { unknownsOf, type Unknown } from './unknowns.ts';
import { withheldQuestions } from './withheld.ts';

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
	/** By index about the company, and by area: who sees it how. Those that nobody has a score of are missing. */
	readonly indices: Readonly<Record<string, Parts>>;
	readonly areas: Readonly<Record<string, Parts>>;
	/** By index over questions: null below three respondents. */
	readonly agreement: Readonly<Record<string, Agreement | null>>;
	/** On all scale questions about the company. */
	readonly agreed: Agreement | null;
	/** By scored question about the company. */
	readonly questions: Readonly<Record<string, Spread>>;
	/** Questions that somebody answered and of which nothing is told, so that nobody is made out. */
	readonly withheld: readonly string[];
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
	const heard: Heard = { groups, isAnonymous, n };
	const withheld = isAnonymous ? withheldQuestions(instrument, respondents) : new Set<string>();
	const spreads = held(
		questions.map((each) => [each.id, withheld.has(each.id) ? null : spreadOf(each, respondents, heard)])
	);
	const told = questions.filter(({ id }) => spreads[id] !== undefined);
	const parts = (scoreOf: (each: Respondent) => number | null): Parts | null => {
		const scoring = respondents.flatMap((each): readonly (readonly [string, number])[] => {
			const tenths = scoreOf(each);
			return tenths === null ? [] : [[each.group ?? '', tenths]];
		});
		return partsOf(scoring, heard);
	};
	const indices = instrument.indices.filter(({ about }) => about === 'company');
	return {
		n,
		voices: n === 1 ? 'one' : n < 5 ? 'few' : 'several',
		isAnonymous,
		sizes: Object.fromEntries(groups.map((name) => [name, respondents.filter(({ group }) => group === name).length])),
		answers: representative(instrument, respondents, leastTogether(isAnonymous), withheld),
		scores: companyScores(instrument, respondents, { isAnonymous, medians, withheld }),
		indices: held(
			indices
				.filter((index) => !isAnonymous || isHeldAlike(index, respondents))
				.map(({ id }) => [id, parts(({ scores }) => scores.indices[id]?.tenths ?? null)])
		),
		areas: held(
			planOf(instrument).areas.map(({ area: { id }, members }) => [
				id,
				isAnonymous ? areaParts(members, spreads, groups) : parts(({ scores }) => scores.areas[id]?.tenths ?? null)
			])
		),
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
		withheld: questions.map(({ id }) => id).filter((id) => withheld.has(id)),
		unknown: unknownsOf(questions, respondents, heard)
	};
}

/** An index over indices that others have than its parts would tell, less these, what those scored. */
function isHeldAlike({ id, of }: Index, respondents: readonly Respondent[]): boolean {
	const holders = (index: string): number =>
		respondents.filter(({ scores }) => (scores.indices[index]?.tenths ?? null) !== null).length;
	return Object.entries(of ?? {}).every(([part, weight]) => weight === 0 || holders(part) === holders(id));
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
