// What several respondents said to one question → its mean, how far they spread and agree, and by group.
import { rawOf } from '#core/answers/opposites.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { agreement, FEWEST_VOICES } from './agreement.ts';
import { leastOf, leastSaying, shownGroups } from './circle.ts';
import { gapOf, type Gap } from './gap.ts';
import { sum, variance } from './moments.ts';
import type { Respondent } from './respondent.ts';

/** The mean of a group, in tenths, and of how many. */
export type Part = { readonly n: number; readonly tenths: number };

/** Scores of one thing, from several respondents. */
export type Parts = {
	/** Of all who have a score. */
	readonly all: Part;
	/** By group, those that may be shown. */
	readonly groups: Readonly<Record<string, Part>>;
	/** Between the first two groups of the instrument; null where either may not be shown. */
	readonly gap: Gap | null;
};

export type Spread = Parts & {
	/** Standard deviation of the scores in tenths; null below three respondents. */
	readonly sd: number | null;
	/** r_wg of this question; null where it has no scale, or below three respondents. */
	readonly agreement: number | null;
	/** How many chose each option, in their order; null where that would point to somebody. */
	readonly counts: readonly number[] | null;
};

/** Who scored how much: the group's name, '' where there is none. */
export type Scoring = readonly (readonly [group: string, tenths: number])[];

/** Who is heard, and how they are told apart. */
export type Heard = {
	/** The instrument's groups, in its order. */
	readonly groups: readonly string[];
	readonly isAnonymous: boolean;
	/** How many are heard. */
	readonly n: number;
};

/** Null without a score, and where too few have one. */
export function partsOf(scoring: Scoring, { groups, isAnonymous, n }: Heard): Parts | null {
	if (scoring.length === 0 || scoring.length < leastSaying(n, isAnonymous)) return null;
	const by = new Map<string, number[]>();
	for (const [group, tenths] of scoring) {
		const scores = by.get(group);
		if (scores === undefined) by.set(group, [tenths]);
		else scores.push(tenths);
	}
	const sizes = Object.fromEntries([...by].map(([group, scores]) => [group, scores.length]));
	const shown = shownGroups(sizes, leastOf(isAnonymous));
	const [one = '', other = ''] = groups;
	const both = shown.includes(one) && shown.includes(other);
	return {
		all: partOf(scoring.map(([, tenths]) => tenths)),
		groups: Object.fromEntries(shown.map((group) => [group, partOf(by.get(group) ?? [])])),
		gap: both ? gapOf(by.get(one) ?? [], by.get(other) ?? [], isAnonymous) : null
	};
}

const partOf = (scores: readonly number[]): Part => ({ n: scores.length, tenths: rdiv(sum(scores), scores.length) });

/** Null where nobody's answer has a score, and where too few have one to be told of. */
export function spreadOf(question: Question, respondents: readonly Respondent[], heard: Heard): Spread | null {
	const { isAnonymous } = heard;
	const scored = respondents.flatMap(({ scores, group, answers }) => {
		const tenths = scores.questions[question.id]?.tenths ?? null;
		return tenths === null ? [] : [{ tenths, group: group ?? '', raw: rawOf(question, answers) }];
	});
	const parts = partsOf(
		scored.map(({ group, tenths }) => [group, tenths] as const),
		heard
	);
	if (parts === null) return null;
	const raws = scored.flatMap(({ raw }) => raw ?? []);
	const isScale = question.type === 'scale' && raws.length === scored.length;
	const agreed = isScale
		? agreement(
				raws.map((raw) => [raw]),
				question.options.length
			)
		: null;
	const isSeveral = scored.length >= FEWEST_VOICES;
	return {
		...parts,
		sd: isSeveral ? Math.sqrt(variance(scored.map(({ tenths }) => tenths))) : null,
		agreement: agreed?.byQuestion[0] ?? null,
		counts:
			isScale && scored.length >= leastOf(isAnonymous)
				? question.options.map((_, at) => raws.filter((raw) => raw === at + 1).length)
				: null
	};
}
