// The stream of chance: the same for a seed on every machine, and even enough to draw answers from.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceFrom } from '#core/simulation/chance.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const first = (seed: number, count: number): readonly number[] => {
	const chance = chanceFrom(seed);
	return Array.from({ length: count }, () => chance.next());
};

describe('a stream', () => {
	test('is the one that Mulberry32 is known for', () => {
		expect(first(0, 3)).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
	});

	test('is the same for the same seed, and another for another', () => {
		fc.assert(
			fc.property(seeds, seeds, (one, other) => {
				expect(first(one, 50)).toEqual(first(one, 50));
				expect(first(one, 5)).not.toEqual(first(one + 1, 5));
				if (one !== other) expect(first(one, 5)).not.toEqual(first(other, 5));
			})
		);
	});

	test('does not depend on what was drawn from another one meanwhile', () => {
		const [one, other] = [chanceFrom(7), chanceFrom(7)];
		const drawn = Array.from({ length: 20 }, () => {
			other.next();
			other.next();
			return one.next();
		});
		expect(drawn).toEqual(first(7, 20));
	});

	test.each([-1, 2 ** 32, 2 ** 40 + 5, -(2 ** 31)])('may start from any whole number, as %d', (seed) => {
		for (const number of first(seed, 20)) expect(number).toBeGreaterThanOrEqual(0);
		expect(new Set(first(seed, 20)).size).toBe(20);
	});
});

describe('what is drawn', () => {
	test('lies from 0 up to, and without, the bound', () => {
		fc.assert(
			fc.property(seeds, fc.integer({ min: 1, max: 1000 }), (seed, below) => {
				const chance = chanceFrom(seed);
				for (let turn = 0; turn < 50; turn++) {
					const number = chance.next();
					expect(number >= 0 && number < 1).toBe(true);
					const whole = chance.under(below);
					expect(Number.isInteger(whole) && whole >= 0 && whole < below).toBe(true);
				}
			})
		);
	});

	test.each([1, 2, 2023, 4_000_000_000])('is roughly even over 10,000 draws from seed %d', (seed) => {
		const chance = chanceFrom(seed);
		const times = Array.from({ length: 10 }, () => 0);
		for (let turn = 0; turn < 10_000; turn++) {
			const drawn = chance.under(10);
			times[drawn] = (times[drawn] ?? 0) + 1;
		}
		// 1,000 each are expected; 5 standard deviations of a binomial count are 150.
		for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(150);
	});

	test('of a list comes from the list, and each of it comes in time', () => {
		fc.assert(
			fc.property(seeds, fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 6 }), (seed, list) => {
				const chance = chanceFrom(seed);
				const drawn = new Set(Array.from({ length: 300 }, () => chance.of(list)));
				expect(drawn).toEqual(new Set(list));
			})
		);
	});

	test('of an empty list is an error, and not nothing', () => {
		expect(() => chanceFrom(1).of([])).toThrow('nothing to choose from');
	});
});
