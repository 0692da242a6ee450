// The bins of an edition → where a score lies among them, and what of them may be shown.
import { BIN } from './edition.ts';
import { rankOf, type Rank } from './rank.ts';

/** So many scored from `from` up to, and without, `to`, in tenths; the last bin holds those at 1000 as well. */
export type Bin = { readonly from: number; readonly to: number; readonly count: number };

/**
 * The rank of a score in tenths, as if the members of a bin were spread evenly over its 50 scores (the last bin has the
 * score 1000 alone). So it is known about, and how many scored exactly the same is not known. Null without peers.
 */
export function rankInBins(tenths: number, bins: readonly number[]): Rank | null {
	const at = Math.floor(tenths / BIN);
	const sum = (some: readonly number[]): number => some.reduce((total, count) => total + count, 0);
	const here = bins[at] ?? 0;
	const alone = at === bins.length - 1;
	const below = BIN * sum(bins.slice(0, at)) + (alone ? 0 : here * (tenths % BIN));
	const equal = alone ? BIN * here : here;
	return rankOf({ below, equal, above: BIN * sum(bins) - below - equal }, BIN);
}

/** Neighbours are merged until each holds this many, or none: fewer could be told apart. */
const FEWEST = 5;

/** The distribution as it may be shown (method, section 7): from left to right, without the bins that hold nobody. */
export function shownBins(bins: readonly number[]): readonly Bin[] {
	const merged: Bin[] = [];
	for (const [at, count] of bins.entries()) {
		// On paper the score 1000 alone has no width: it stands in the bin before.
		const [from, to] = [Math.min(at * BIN, 1000 - BIN), Math.min((at + 1) * BIN, 1000)];
		const last = merged.at(-1);
		if (last !== undefined && (last.count < FEWEST || last.to > from))
			merged.splice(-1, 1, { ...last, to: count > 0 ? to : last.to, count: last.count + count });
		else if (count > 0) merged.push({ from, to, count });
	}
	const [before, last] = merged.slice(-2);
	if (before === undefined || last === undefined || last.count >= FEWEST) return merged;
	return [...merged.slice(0, -2), { ...before, to: last.to, count: before.count + last.count }];
}
