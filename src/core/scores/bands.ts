// A score in tenths → the band or the verdict it falls into.
import type { Band, Verdict } from '#core/instrument/instrument.ts';
import { whole } from './arithmetic.ts';

/** The id of the band that holds the whole number shown, lower bound inclusive; null under the first. */
export function bandOf(bands: readonly Band[], tenths: number): string | null {
	const points = whole(tenths);
	return bands.findLast((band) => band.from <= points)?.id ?? null;
}

/** In tenths: keep from here up. */
export const KEEP_FROM = 700;

/** In tenths: stop up to here. */
export const STOP_TO = 300;

/** Keep from 700 tenths, stop up to 300, change between (method, section 4). */
export function verdictOf(tenths: number): Verdict {
	return tenths >= KEEP_FROM ? 'keep' : tenths <= STOP_TO ? 'stop' : 'change';
}
