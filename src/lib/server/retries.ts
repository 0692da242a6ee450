// A try that failed → when the next one is, or that there is none.

/** Tries of one thing, spread over three days. */
export const TRIES = 10;

const SPAN = 3 * 24 * 3_600_000;

/** Each pause is so many times as long as the one before. */
const GROWTH = 2.5;

/** By so much of itself a pause may be shorter or longer, so that what failed together is not tried together. */
const JITTER = 0.2;

const FIRST = (SPAN * (GROWTH - 1)) / (GROWTH ** (TRIES - 1) - 1);

/**
 * Milliseconds to wait after try number `attempt`, from 1, has failed; null: it was the last. `chance` is from 0 to 1.
 */
export function pauseAfter(attempt: number, chance: number): number | null {
	if (attempt >= TRIES) return null;
	return Math.round(FIRST * GROWTH ** (attempt - 1) * (1 - JITTER + 2 * JITTER * chance));
}

/** Thrown by a handler for what can never work, such as an address that does not exist: it is not tried again. */
export class Permanent extends Error {
	override readonly name = 'Permanent';
}
