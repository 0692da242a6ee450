// How many hold each score → the same as running totals, packed, so that nothing is searched or added up for a rank.
import type { Measure } from './edition.ts';
import type { Counts } from './rank.ts';

/** Plain data, never changed. */
export type Totals = {
	/** The lowest score that anybody holds, in tenths. */
	readonly from: number;
	/** The scores that anybody holds, ascending; null where there is a total for every score from the lowest on. */
	readonly held: Uint16Array | null;
	/** How many hold that score or a lower one. */
	readonly upTo: Uint16Array | Uint32Array;
};

/** Totals for every score between the lowest and the highest, or only for those that somebody holds: what is smaller. */
export function totalsOf(scores: NonNullable<Measure['scores']>): Totals {
	const n = scores.reduce((sum, [, members]) => sum + members, 0);
	const [from, last] = [scores[0]?.[0] ?? 0, scores.at(-1)?.[0] ?? 0];
	const Upto = n < 2 ** 16 ? Uint16Array : Uint32Array;
	const width = Upto.BYTES_PER_ELEMENT;
	const isSparse = scores.length * (width + 2) < (last - from + 1) * width;
	const upTo = new Upto(isSparse ? scores.length : last - from + 1);
	let [total, at] = [0, 0];
	for (const [tenths, members] of scores) {
		if (!isSparse) for (; at < tenths - from; at += 1) upTo[at] = total;
		total += members;
		upTo[at] = total;
		at += 1;
	}
	return { from, held: isSparse ? Uint16Array.from(scores, ([tenths]) => tenths) : null, upTo };
}

/** How many scored worse than this, the same and better. */
export function countsIn(totals: Totals, tenths: number): Counts {
	const [below, until] = [upTo(totals, tenths - 1), upTo(totals, tenths)];
	return { below, equal: until - below, above: (totals.upTo.at(-1) ?? 0) - until };
}

function upTo({ from, held, upTo: totals }: Totals, tenths: number): number {
	const at = held === null ? tenths - from : lastUpTo(held, tenths);
	return at < 0 ? 0 : (totals[Math.min(at, totals.length - 1)] ?? 0);
}

/** Where the last of the scores is that is this or lower; −1: none is. */
function lastUpTo(held: Uint16Array, tenths: number): number {
	let [low, high] = [0, held.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((held[middle] ?? 0) > tenths) high = middle;
		else low = middle + 1;
	}
	return low - 1;
}

export const bytesIn = ({ held, upTo }: Totals): number => (held?.byteLength ?? 0) + upTo.byteLength;
