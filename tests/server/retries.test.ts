// When something that failed is tried again: over three days, ever more rarely, never in step, and then no more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseAfter, TRIES } from '#lib/server/retries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const THREE_DAYS = 72 * HOUR;

test.each([
	[1, 1.7 * MINUTE],
	[2, 4.2 * MINUTE],
	[3, 10.6 * MINUTE],
	[4, 26.5 * MINUTE],
	[5, 1.1 * HOUR],
	[6, 2.8 * HOUR],
	[7, 6.9 * HOUR],
	[8, 17.3 * HOUR],
	[9, 43.2 * HOUR]
])('after try %i it waits about %i ms', (attempt, about) => {
	const pause = pauseAfter(attempt, 0.5) ?? 0;
	expect(pause / about).toBeGreaterThan(0.97);
	expect(pause / about).toBeLessThan(1.03);
});

test.each([TRIES, TRIES + 1, 1000])('after try %i it is given up', (attempt) => {
	expect(pauseAfter(attempt, 0.5)).toBeNull();
});

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const pauses = (chances: readonly number[]): number[] =>
	chances.slice(0, TRIES - 1).map((each, at) => pauseAfter(at + 1, each) ?? 0);

test('ten tries take three days, give or take a fifth, and each pause is longer than the last', () => {
	fc.assert(
		fc.property(fc.array(chance, { minLength: TRIES - 1, maxLength: TRIES - 1 }), (chances) => {
			const waits = pauses(chances);
			const sum = waits.reduce((all, one) => all + one, 0);
			expect(sum).toBeGreaterThanOrEqual(0.8 * THREE_DAYS - TRIES);
			expect(sum).toBeLessThanOrEqual(1.2 * THREE_DAYS + TRIES);
			for (const [at, wait] of waits.entries()) expect(wait).toBeGreaterThan(waits[at - 1] ?? 0);
		})
	);
	expect(pauses(Array<number>(TRIES).fill(0.5)).reduce((all, one) => all + one, 0)).toBeCloseTo(THREE_DAYS, -2);
});

test('what failed at the same moment is tried again at different ones', () => {
	const apart = fc.tuple(chance, chance).filter(([one, other]) => Math.abs(one - other) > 0.001);
	fc.assert(
		fc.property(fc.integer({ min: 1, max: TRIES - 1 }), apart, (attempt, [one, other]) => {
			expect(pauseAfter(attempt, one)).not.toBe(pauseAfter(attempt, other));
		})
	);
});
