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
	const deviation = mean(columns.map((column) => mean(column.map((x) => Math.abs(x - mean(column))))));
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

/**
 * One-way analysis of variance over companies with two or more respondents; others are left out (Bliese 2000). Scores
 * in tenths. Null below two companies, and where nobody differs from anybody.
 */
export function intraclass(companies: readonly (readonly number[])[]): Intraclass | null {
	const groups = companies.filter((group) => group.length >= 2);
	const n = sum(groups.map(({ length }) => length));
	if (groups.length < 2) return null;
	const grand = mean(groups.flat());
	const between = sum(groups.map((group) => group.length * (mean(group) - grand) ** 2)) / (groups.length - 1);
	const within = sum(groups.map((group) => variance(group) * (group.length - 1))) / (n - groups.length);
	if (between === 0) return null;
	const size = n / groups.length;
	const icc1 = (between - within) / (between + (size - 1) * within);
	return { between, within, size, icc1, icc2: (between - within) / between };
}
