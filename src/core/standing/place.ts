// A score and the measure of a peer group → what may be said of where it stands there.
import { rankInBins, shownBins, type Bin } from './bins.ts';
import { chooseRung } from './ladder.ts';
import type { Others } from './own.ts';
import { FEWEST_COMPANIES } from './publish.ts';
import { rankOf, type Counts, type Rank } from './rank.ts';
import { countsIn } from './totals.ts';

export type Quarter = 'top' | 'second' | 'third' | 'bottom';

/** Where one score stands: exactly in an edition counted here, about in one of bins. `n` is rounded down to a multiple of 5. */
export type Place =
	| {
			readonly mode: 'percent';
			readonly n: number;
			/** R, the share that scored the same or worse, and 100 − R, in per cent; the 95% range of R. */
			readonly relative: number;
			readonly better: number;
			readonly low: number;
			readonly high: number;
			/**
			 * How many have exactly this score, where that is one in twenty or more; `few` where they could be of fewer than
			 * five companies. Null where it is fewer than one in twenty, or not known.
			 */
			readonly same: number | 'few' | null;
			/** In tenths. */
			readonly median: number;
			readonly quartiles: readonly [lower: number, upper: number];
			/** Null below 30 members. */
			readonly bins: readonly Bin[] | null;
	  }
	| { readonly mode: 'quarter'; readonly n: number; readonly quarter: Quarter };

/** From so many members on, the distribution may be shown. */
const DISTRIBUTION = 30;

/** Where a score, in tenths, stands in a group; null where the group by itself permits neither percentage nor quarter. */
export function placed(tenths: number, measure: Others): Place | null {
	const { n, orgs, maxOrg, bins, scores, median, quartiles } = measure;
	const fit = chooseRung([{ key: '', n, orgs, maxOrg }]);
	const place =
		scores === undefined ? rankInBins(tenths, bins) : rankOf(less(countsIn(scores, tenths), tenths, measure.taken));
	if (fit === null || place === null) return null;
	if (fit.mode === 'quarter') return { mode: 'quarter', n: fit.n, quarter: quarterOf(place) };
	const { relative, better, lowPercent: low, highPercent: high } = place;
	const same = scores === undefined ? null : sameOf(place, maxOrg);
	const shown = n < DISTRIBUTION ? null : shownBins(bins);
	return { mode: 'percent', n: fit.n, relative, better, low, high, same, median, quartiles, bins: shown };
}

/** The counts without these members. */
function less({ below, equal, above }: Counts, tenths: number, taken: readonly number[] = []): Counts {
	const [worse, better] = [taken.filter((each) => each < tenths).length, taken.filter((each) => each > tenths).length];
	return { below: below - worse, equal: equal - (taken.length - worse - better), above: above - better };
}

/** So many members are of five companies at least, if none of these holds more than `maxOrg`. */
function sameOf({ tied, equal }: Rank, maxOrg: number): number | 'few' | null {
	if (!tied) return null;
	return equal > (FEWEST_COMPANIES - 1) * maxOrg ? equal : 'few';
}

/** By the share that scored better: under a quarter of the group is the top one, and so on. */
function quarterOf({ above, n }: Rank): Quarter {
	if (4 * above < n) return 'top';
	if (2 * above < n) return 'second';
	return 4 * above < 3 * n ? 'third' : 'bottom';
}
