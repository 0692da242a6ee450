// The scores of two roles in one company → how far apart they see it, with its range; nothing where one could be made out.
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { sdiv } from '#core/scores/arithmetic.ts';
import { sum, variance } from './moments.ts';

export type Gap = {
	/** The first group's mean less the second's, in tenths, half away from zero. */
	readonly gap: number;
	/** The difference in pooled standard deviations, corrected for few; null where nobody differs within a group. */
	readonly hedges: number | null;
	/** Welch's degrees of freedom and 95% range, in tenths; null with them. */
	readonly freedom: number | null;
	readonly range: readonly [low: number, high: number] | null;
	readonly label: 'small' | 'notable' | 'large';
};

/** Members of each group from whom on a gap is told, and where anonymity was promised. */
export const FEWEST_IN_ROLE = 3;
export const FEWEST_ANONYMOUS = 5;

/** What a gap of so many tenths is called. */
export function labelOfGap(gap: number): Gap['label'] {
	const size = Math.abs(gap);
	return size < 100 ? 'small' : size < 200 ? 'notable' : 'large';
}

/**
 * The gap of perception between two groups (method, section 8; Hedges 1981, Welch 1947). Null where one of the groups
 * is under the minimum: then nothing of it may be shown, nor what would give it by subtraction.
 */
export function gapOf(one: readonly number[], other: readonly number[], isAnonymous = false): Gap | null {
	const [n, m] = [one.length, other.length];
	if (Math.min(n, m) < (isAnonymous ? FEWEST_ANONYMOUS : FEWEST_IN_ROLE)) return null;
	const [a, b] = [sum(one), sum(other)];
	const gap = sdiv(a * m - b * n, n * m);
	const difference = a / n - b / m;
	const [u, v] = [variance(one) / n, variance(other) / m];
	const pooled = Math.sqrt((variance(one) * (n - 1) + variance(other) * (m - 1)) / (n + m - 2));
	const label = labelOfGap(gap);
	if (pooled === 0) return { gap, hedges: null, freedom: null, range: null, label };
	const freedom = (u + v) ** 2 / (u ** 2 / (n - 1) + v ** 2 / (m - 1));
	const reach = tQuantile(0.975, freedom) * Math.sqrt(u + v);
	return {
		gap,
		hedges: (difference / pooled) * (1 - 3 / (4 * (n + m) - 9)),
		freedom,
		range: [difference - reach, difference + reach],
		label
	};
}
