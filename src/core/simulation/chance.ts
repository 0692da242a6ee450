// A seed → a stream of numbers that look random and are the same on every machine.

export type Chance = {
	/** At least 0 and below 1. */
	next(): number;
	/** A whole number from 0 up to, and without, `below`. */
	under(below: number): number;
	/** One of the list, which must not be empty. */
	of<T>(list: readonly T[]): T;
};

/** Mulberry32 by Tommy Ettinger (public domain): one 32-bit state, good enough to draw answers, never for secrets. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const under = (below: number): number => Math.floor(next() * below);
	return {
		next,
		under,
		of(list) {
			const found = list[under(list.length)];
			if (found === undefined) throw new Error('nothing to choose from');
			return found;
		}
	};
}
