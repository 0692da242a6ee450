// Two groups and who of each reached an outcome → how many times as likely it was, with its range; or why that is not told.
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Numbers of companies: exposed with and without the outcome, not exposed with and without. */
export type Table = readonly [a: number, b: number, c: number, d: number];

export type Likelihood = {
	/** (a / (a + b)) / (c / (c + d)) */
	readonly rr: number;
	/** The 95% range. */
	readonly low: number;
	readonly high: number;
	/** Two-sided. */
	readonly p: number;
	/** A half was added to each of the four, because one was 0. */
	readonly zeroCorrected: boolean;
	/** "58% more likely"; negative: less. */
	readonly morePercent: number;
};

/** The quantile of the normal distribution at 97.5%. */
const Z = 1.959963984540054;

/** The relative likelihood with its range on the log scale (method, section 11; Katz and others, Biometrics 34, 1978). */
export function relativeLikelihood(table: Table): Likelihood {
	const zeroCorrected = table.includes(0);
	const [a, b, c, d] = zeroCorrected ? table.map((each) => each + 0.5) : table;
	if (a === undefined || b === undefined || c === undefined || d === undefined) throw new RangeError('four numbers');
	const rr = a / (a + b) / (c / (c + d));
	const se = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
	const log = Math.log(rr);
	return {
		rr,
		low: Math.exp(log - Z * se),
		high: Math.exp(log + Z * se),
		p: 2 * normalCdf(-Math.abs(log) / se, 0, 1),
		zeroCorrected,
		morePercent: Math.round(100 * (rr - 1))
	};
}

/**
 * Benjamini and Hochberg's q of each p, in the same order: the share of false findings if all up to this one were
 * believed (Journal of the Royal Statistical Society B 57, 1995). All hypotheses that were listed belong in it.
 */
export function falseDiscovery(ps: readonly number[]): readonly number[] {
	const order = ps.map((p, at) => ({ p, at })).sort((one, other) => one.p - other.p);
	const qs = new Array<number>(ps.length).fill(1);
	let least = 1;
	for (const [rank, { p, at }] of [...order.entries()].reverse()) {
		least = Math.min(least, p * (ps.length / (rank + 1)));
		qs[at] = least;
	}
	return qs;
}

/** Companies in each arm, and events in each, below which nothing is told. */
const ARM = 30;
const EVENTS = 10;
const Q = 0.05;

export type Withheld = 'few-companies' | 'few-events' | 'not-significant' | 'range-holds-1';

/** Why a table is too small to say anything of; null: it is not. */
export function fewIn([a, b, c, d]: Table): 'few-companies' | 'few-events' | null {
	if (Math.min(a + b, c + d) < ARM) return 'few-companies';
	return Math.min(a, c) < EVENTS ? 'few-events' : null;
}

/** Why a finding is not published; null: it may be. */
export function withheld(table: Table, { low, high }: Likelihood, q: number): Withheld | null {
	const few = fewIn(table);
	if (few !== null) return few;
	if (q > Q) return 'not-significant';
	return low <= 1 && high >= 1 ? 'range-holds-1' : null;
}
