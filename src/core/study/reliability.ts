// Many respondents' scores on the items of one index → how far the index measures one thing, and how exactly.
import { sum } from '#core/group/moments.ts';
import { oneFactor } from './one-factor.ts';
import { covariances, sumsOf, type Sums } from './sums.ts';

export type Reliability = {
	/** Cronbach's alpha. */
	readonly alpha: number;
	/** Of each item with the sum of the others. */
	readonly itemRest: readonly number[];
	/** Standard deviation of the sum of the items, in their unit. */
	readonly sdTotal: number;
	/** Standard error of measurement of that sum: s·√(1 − alpha). */
	readonly sem: number;
	/** Of one factor; null where they cannot be had: see `oneFactor`. */
	readonly loadings: readonly number[] | null;
	/** McDonald's omega, from the loadings; null with them. */
	readonly omega: number | null;
};

/**
 * `items` holds a row for each respondent who answered all items, each in the direction of the index (method, section
 * 11), in whole numbers. Null below two items or three rows, and where the sum never varies.
 */
export const reliability = (items: readonly (readonly number[])[]): Reliability | null => reliabilityIn(sumsOf(items));

/** The same from the sums and products of such rows. */
export function reliabilityIn(sums: Sums): Reliability | null {
	const [k, n] = [sums.sums.length, sums.n];
	if (k < 2 || n < 3) return null;
	const table = covariances(sums);
	const withAll = table.map((row) => row.reduce((total, each) => total + each, 0n));
	const spread = withAll.reduce((total, each) => total + each, 0n);
	if (spread <= 0n) return null;
	const own = table.map((row, at) => row[at] ?? 0n);
	const spreads = own.reduce((total, each) => total + each, 0n);
	const alpha = (k / (k - 1)) * (Number(spread - spreads) / Number(spread));
	// Of the sum of the others: what the item shares with it, and its spread.
	const itemRest = withAll.map((all, at) => {
		const mine = own[at] ?? 0n;
		return Number(all - mine) / Math.sqrt(Number(mine) * Number(spread - 2n * all + mine));
	});
	const deviations = own.map((each) => Math.sqrt(Number(each)));
	const loadings = oneFactor(
		table.map((row, one) =>
			row.map((each, other) => (one === other ? 1 : Number(each) / ((deviations[one] ?? 0) * (deviations[other] ?? 0))))
		)
	);
	const sdTotal = Math.sqrt(Number(spread) / (n * (n - 1)));
	const sem = sdTotal * Math.sqrt(Math.max(0, 1 - alpha));
	return { alpha, itemRest, sdTotal, sem, loadings, omega: loadings && omegaOf(loadings) };
}

function omegaOf(loadings: readonly number[]): number {
	const common = sum(loadings) ** 2;
	return common / (common + sum(loadings.map((loading) => 1 - loading ** 2)));
}
