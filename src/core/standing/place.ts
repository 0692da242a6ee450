// A score and the measure of a peer group → what may be said of where it stands there.
import { rankInBins, shownBins, type Bin } from './bins.ts';
import type { Measure } from './edition.ts';
import { chooseRung } from './ladder.ts';
import { FEWEST_COMPANIES } from './publish.ts';
import { rankOf, type Counts, type Rank } from './rank.ts';

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
export function placed(tenths: number, measure: Measure): Place | null {
	const { n, orgs, maxOrg, bins, scores, median, quartiles } = measure;
	const fit = chooseRung([{ key: '', n, orgs, maxOrg }]);
	const place = scores === undefined ? rankInBins(tenths, bins) : rankOf(countsIn(scores, tenths));
	if (fit === null || place === null) return null;
	if (fit.mode === 'quarter') return { mode: 'quarter', n: fit.n, quarter: quarterOf(place) };
	const { relative, better, lowPercent: low, highPercent: high } = place;
	const same = scores === undefined ? null : sameOf(place, maxOrg);
	const shown = n < DISTRIBUTION ? null : shownBins(bins);
	return { mode: 'percent', n: fit.n, relative, better, low, high, same, median, quartiles, bins: shown };
}

/** One pass: a report asks this for every index, and an edition of very many holds every score. */
function countsIn(scores: NonNullable<Measure['scores']>, tenths: number): Counts {
	let [below, equal, above] = [0, 0, 0];
	for (const [score, members] of scores) {
		if (score < tenths) below += members;
		else if (score === tenths) equal += members;
		else above += members;
	}
	return { below, equal, above };
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
