// How many hold each score → the scores in the middle, at the quarters and near the ends.
import { rdiv } from '#core/scores/arithmetic.ts';

/** How many hold each score that anybody holds, ascending. */
type Scores = readonly (readonly [tenths: number, members: number])[];

export type Quantiles = {
	/** In tenths; of an even number the mean of the two in the middle. */
	readonly median: number;
	/** The score at the rank, rounded up, as the tails. */
	readonly quartiles: readonly [lower: number, upper: number];
	readonly tails: readonly [tenth: number, ninetieth: number];
};

/** Of `n` members, at least one. */
export function quantilesOf(scores: Scores, n: number): Quantiles {
	const at = (rank: number): number => scoreAt(scores, rank);
	return {
		median: rdiv(at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1), 2),
		quartiles: [at(Math.ceil(n / 4)), at(Math.ceil((3 * n) / 4))],
		tails: [at(Math.ceil(n / 10)), at(Math.ceil((9 * n) / 10))]
	};
}

/** The score of the member at this rank, from 1, in ascending order; the last one's beyond the end. */
export function scoreAt(scores: Scores, rank: number): number {
	let passed = 0;
	for (const [tenths, members] of scores) {
		passed += members;
		if (passed >= rank) return tenths;
	}
	return scores.at(-1)?.[0] ?? 0;
}
