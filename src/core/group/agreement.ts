// Several respondents' raw answers on one scale → how far they agree; many companies' → how far companies differ.
import { mean, sum, variance } from './moments.ts';

export type Agreement = {
	/** Variance of each question over respondents, n − 1. */
	readonly variances: readonly number[];
	/** r_wg of each question, from 0 to 1. */
	readonly byQuestion: readonly number[];
	/** r_wg(J): grows with the number of questions, so it decides no label. */
	readonly together: number;
	/** r*_wg: decides the label. */
	readonly star: number;
	/** The mean over questions of the mean distance from the question's mean, in points of the scale. */
	readonly deviation: number;
	/** The deviation is above a sixth of the points. */
	readonly isWide: boolean;
	readonly label: Label;
};

export type Label = 'none' | 'weak' | 'moderate' | 'strong' | 'very-strong';

/** Respondents from whom on agreement can be told. */
export const FEWEST_VOICES = 3;

/**
 * How far respondents agree (method, section 8; James, Demaree and Wolf, Journal of Applied Psychology 69, 1984, and
 * Lindell and others 1999 for r*). `answers` holds a row a respondent, whole points from 1 to `points`, all questions
 * answered. Null below three respondents or without a question.
 */
export const agreement = (answers: readonly (readonly number[])[], points: number): Agreement | null =>
	agreementOn(
		(answers[0] ?? []).map((_, at) => answers.map((row) => row[at] ?? NaN)),
		points
	);

/**
 * The same from a list a question, each of those who answered it: questions that fewer than three answered are left out.
 */
export function agreementOn(questions: readonly (readonly number[])[], points: number): Agreement | null {
	const columns = questions.filter(({ length }) => length >= FEWEST_VOICES);
	const count = columns.length;
	if (count === 0) return null;
	const variances = columns.map(variance);
	const chance = (points ** 2 - 1) / 12;
	const typical = Math.min(mean(variances), chance);
	const deviation = mean(
		columns.map((column) => {
			const middle = mean(column);
			return mean(column.map((x) => Math.abs(x - middle)));
		})
	);
	const star = 1 - typical / chance;
	return {
		variances,
		byQuestion: variances.map((each) => Math.max(0, 1 - each / chance)),
		together: (count * star) / (count * star + typical / chance),
		star,
		deviation,
		isWide: deviation > points / 6,
		label: labelOf(star)
	};
}

/** What an r*_wg, or the r_wg of one question, is called. */
export function labelOf(star: number): Label {
	if (star <= 0.3) return 'none';
	if (star <= 0.5) return 'weak';
	if (star <= 0.7) return 'moderate';
	return star <= 0.9 ? 'strong' : 'very-strong';
}

export type Intraclass = {
	/** Mean squares between and within companies, and the mean size of a company's group. */
	readonly between: number;
	readonly within: number;
	readonly size: number;
	readonly icc1: number;
	readonly icc2: number;
};

/** Companies with the same number of respondents; the scores of each add up to T. Whole numbers: they add up in any order. */
export type Groups = {
	groups: number;
	/** Of all scores, and of their squares. */
	sum: number;
	squares: number;
	/** Of T², which can pass 2^53. */
	totals: bigint;
};

/** Adds the scores of one company, or takes them away again. */
export function addGroup(bySize: Map<number, Groups>, scores: readonly number[], sign: 1 | -1): void {
	let [total, squares] = [0, 0];
	for (const each of scores) {
		total += each;
		squares += each * each;
	}
	const known = bySize.get(scores.length) ?? { groups: 0, sum: 0, squares: 0, totals: 0n };
	known.groups += sign;
	known.sum += sign * total;
	known.squares += sign * squares;
	known.totals += BigInt(sign) * BigInt(total) * BigInt(total);
	if (known.groups === 0) bySize.delete(scores.length);
	else bySize.set(scores.length, known);
}

/**
 * One-way analysis of variance over companies with two or more respondents; others are left out (Bliese 2000). Scores
 * in tenths. Null below two companies, and where nobody differs from anybody.
 */
export function intraclass(companies: readonly (readonly number[])[]): Intraclass | null {
	const bySize = new Map<number, Groups>();
	for (const scores of companies) if (scores.length >= 2) addGroup(bySize, scores, 1);
	return intraclassIn(bySize);
}

/** The same from what companies with two or more respondents add up to, by how many they are. */
export function intraclassIn(bySize: ReadonlyMap<number, Groups>): Intraclass | null {
	const sizes = [...bySize].sort(([one], [other]) => one - other);
	const groups = sum(sizes.map(([, each]) => each.groups));
	const n = sum(sizes.map(([size, each]) => size * each.groups));
	if (groups < 2) return null;
	const [all, total] = [BigInt(n), BigInt(sum(sizes.map(([, each]) => each.sum)))];
	// Each the sum of squares, so that nothing is lost: (n · T − size · total)², and size · Σx² − T².
	const between = sizes.map(([size, each]) => {
		const of = BigInt(size);
		const apart =
			all * all * each.totals -
			2n * all * of * total * BigInt(each.sum) +
			of * of * total * total * BigInt(each.groups);
		return Number(apart) / (n * n * size);
	});
	const within = sizes.map(([size, each]) => Number(BigInt(size) * BigInt(each.squares) - each.totals) / size);
	const [msb, msw] = [sum(between) / (groups - 1), sum(within) / (n - groups)];
	if (msb === 0) return null;
	const size = n / groups;
	const icc1 = (msb - msw) / (msb + (size - 1) * msw);
	return { between: msb, within: msw, size, icc1, icc2: (msb - msw) / msb };
}
