// How many scored worse, the same and better → the 95% range of the share that scored the same or worse.
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Counts } from './rank.ts';

/** The range as shares of 1; a statistic, which feeds no score. */
export function rangeOf({ below, equal, above }: Counts): { readonly low: number; readonly high: number } {
	const low = below === 0 ? 0 : betaQuantile(0.025, below + 0.5, equal + above + 0.5);
	const high = above === 0 ? 1 : betaQuantile(0.975, below + equal + 0.5, above + 0.5);
	return { low, high };
}

/**
 * The same range in per cent, rounded outward. Of large groups the exact range takes longer the larger they are, and a
 * good approximation mostly settles which per cent it is.
 */
export function percentRangeOf(counts: Counts): { readonly lowPercent: number; readonly highPercent: number } {
	const { below, equal, above } = counts;
	const low = below === 0 ? 0 : settled(below + 0.5, equal + above + 0.5, DEVIATIONS);
	const high = above === 0 ? 100 : settled(below + equal + 0.5, above + 0.5, -DEVIATIONS);
	const exact = low === null || high === null ? rangeOf(counts) : { low: 0, high: 0 };
	return {
		lowPercent: Math.floor(low ?? 100 * exact.low),
		highPercent: Math.ceil(high ?? 100 * exact.high)
	};
}

/** The upper 2.5% of the normal distribution lie so many standard deviations from its middle. */
const DEVIATIONS = 1.959963984540054;

/** From such parameters on the approximation is used. */
const LARGE = 20;

/**
 * The quantile of the beta distribution by Abramowitz and Stegun 26.5.22, in per cent. Its error was never over m^-1.5
 * with m the smaller of `a` and `b`. Null where five times that would lead to another whole per cent.
 */
function settled(a: number, b: number, deviations: number): number | null {
	const least = Math.min(a, b);
	if (least < LARGE) return null;
	const [one, other] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
	const lambda = (DEVIATIONS ** 2 - 3) / 6;
	const h = 2 / (one + other);
	const w = (deviations * Math.sqrt(h + lambda)) / h - (other - one) * (lambda + 5 / 6 - 2 / (3 * h));
	const percent = (100 * a) / (a + b * Math.exp(2 * w));
	return Math.abs(percent - Math.round(percent)) > 5 * least ** -1.5 ? percent : null;
}
