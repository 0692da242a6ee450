// Many respondents' scores on the items of one index → how far the index measures one thing, and how exactly.
import { correlation, sum, variance } from '#core/group/moments.ts';
import { oneFactor } from './one-factor.ts';

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
 * 11). Null below two items or three rows, and where the sum never varies.
 */
export function reliability(items: readonly (readonly number[])[]): Reliability | null {
	const k = items[0]?.length ?? 0;
	if (k < 2 || items.length < 3) return null;
	const columns = Array.from({ length: k }, (_, at) => items.map((row) => row[at] ?? NaN));
	const totals = items.map(sum);
	const spread = variance(totals);
	if (!(spread > 0)) return null;
	const alpha = (k / (k - 1)) * (1 - sum(columns.map(variance)) / spread);
	const itemRest = columns.map((column) => {
		const rest = totals.map((total, at) => total - (column[at] ?? 0));
		return correlation(column, rest);
	});
	const loadings = oneFactor(columns.map((one) => columns.map((other) => correlation(one, other))));
	const sdTotal = Math.sqrt(spread);
	const sem = sdTotal * Math.sqrt(Math.max(0, 1 - alpha));
	return { alpha, itemRest, sdTotal, sem, loadings, omega: loadings && omegaOf(loadings) };
}

function omegaOf(loadings: readonly number[]): number {
	const common = sum(loadings) ** 2;
	return common / (common + sum(loadings.map((loading) => 1 - loading ** 2)));
}
