// A score and the histogram of a peer group → how many of the group scored worse, the same and better.
import { rdiv } from '#core/scores/arithmetic.ts';
import { percentRangeOf, rangeOf } from './range.ts';

/** How many hold each score, by score in tenths (0 to 1000). */
export type Histogram = Readonly<Record<string, number>>;

export type Rank = {
	readonly below: number;
	readonly equal: number;
	readonly above: number;
	readonly n: number;
	/** R: per cent of the group that scored the same or worse. 100 only if nobody scored better, 0 only if all did. */
	readonly relative: number;
	/** Per cent that scored better, 100 − R. */
	readonly better: number;
	/** The same or worse in tenths of a per cent, not kept off the ends. */
	readonly rawTenths: number;
	/** The mid-rank in tenths of a per cent: stored for research, never shown. */
	readonly midrankTenths: number;
	/** The 95% range of R in per cent, rounded outward. */
	readonly lowPercent: number;
	readonly highPercent: number;
	/** One in twenty or more scored the same, so the reader is told how many. */
	readonly tied: boolean;
};

/**
 * The standing of a score in tenths among peers (method, section 6). `own` is what the participant's company put into
 * the histogram; it is taken out first. Null without peers. Throws a RangeError if the histogram does not hold `own`.
 */
export function rank(
	tenths: number,
	histogram: Histogram,
	own: Histogram = {}
): (Rank & ReturnType<typeof rangeOf>) | null {
	let [below, equal, above] = [0, 0, 0];
	for (const score of new Set([...Object.keys(histogram), ...Object.keys(own)])) {
		const others = (histogram[score] ?? 0) - (own[score] ?? 0);
		if (others < 0) throw new RangeError(`own contributions at ${score} are not in the histogram`);
		if (Number(score) < tenths) below += others;
		else if (Number(score) === tenths) equal += others;
		else above += others;
	}
	const found = rankOf({ below, equal, above });
	return found && { ...found, ...rangeOf(found) };
}

/** Of a group: how many scored worse, the same and better. */
export type Counts = { readonly below: number; readonly equal: number; readonly above: number };

/** The rank from counts in `parts` of a member: 50 where they were read out of bins of 50 tenths. Null without peers. */
export function rankOf({ below, equal, above }: Counts, parts = 1): Rank | null {
	const n = below + equal + above;
	if (n === 0) return null;

	const exact = rdiv(100 * (below + equal), n);
	const relative = Math.max(below + equal > 0 ? 1 : 0, Math.min(above > 0 ? 99 : 100, exact));
	const [worse, same, better] = [below / parts, equal / parts, above / parts];
	return {
		below: worse,
		equal: same,
		above: better,
		n: n / parts,
		relative,
		better: 100 - relative,
		rawTenths: rdiv(1000 * (below + equal), n),
		midrankTenths: rdiv(1000 * (2 * below + equal), 2 * n),
		...percentRangeOf({ below: worse, equal: same, above: better }),
		tied: 20 * equal >= n
	};
}
