// Mean, spread, middle and correlation, against figures worked out by hand.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlation, median, moments } from '#core/simulation/moments.ts';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
const somePairs = fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })), {
	minLength: 2,
	maxLength: 30
});

describe('mean and spread', () => {
	test.each<[readonly number[], number, number]>([
		[[], 0, 0],
		[[7], 7, 0],
		[[3, 3, 3], 3, 0],
		[[0.1, 0.1, 0.1], 0.1, 0],
		[[1, 3], 2, Math.sqrt(2)],
		[[1, 2, 3, 4, 5], 3, Math.sqrt(2.5)],
		[[2, 4, 4, 4, 5, 5, 7, 9], 5, Math.sqrt(32 / 7)],
		[[0, 0, 0, 100], 25, 50],
		[[-10, 10], 0, Math.sqrt(200)]
	])('of %j are %d and %d', (values, mean, spread) => {
		expect(moments(values).mean).toBeCloseTo(mean, 10);
		expect(moments(values).spread).toBeCloseTo(spread, 10);
	});

	test('move and stretch with the numbers', () => {
		fc.assert(
			fc.property(
				numbers,
				fc.integer({ min: -20, max: 20 }),
				fc.integer({ min: -500, max: 500 }),
				(values, by, plus) => {
					const before = moments(values);
					const after = moments(values.map((value) => value * by + plus));
					expect(after.mean).toBeCloseTo(before.mean * by + plus, 6);
					expect(after.spread).toBeCloseTo(before.spread * Math.abs(by), 6);
				}
			)
		);
	});
});

describe('correlation', () => {
	test.each<[string, readonly number[], readonly number[], number]>([
		['together', [1, 2, 3], [10, 20, 30], 1],
		['against each other', [1, 2, 3], [9, 6, 3], -1],
		['not at all', [1, 1, -1, -1], [1, -1, 1, -1], 0],
		['a curve that comes back', [-2, -1, 0, 1, 2], [4, 1, 0, 1, 4], 0],
		['in part', [1, 2, 3, 4], [2, 1, 4, 3], 0.6],
		['one exception', [0, 1, 2, 3], [0, 1, 2, 0], 0.5 / Math.sqrt(5 * 2.75)],
		['the first stands still', [5, 5, 5], [1, 2, 3], 0],
		['the second stands still', [1, 2, 3], [0.7, 0.7, 0.7], 0],
		['both stand still', [0.1, 0.1, 0.1], [0.1, 0.1, 0.1], 0],
		['one pair', [1], [2], 0],
		['none', [], [], 0]
	])('%s', (_name, first, second, r) => {
		expect(correlation(first.map((value, at) => [value, second[at] ?? 0]))).toBeCloseTo(r, 10);
	});

	test('stays between -1 and 1, and does not care which comes first', () => {
		fc.assert(
			fc.property(somePairs, (pairs) => {
				const r = correlation(pairs);
				expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
				expect(correlation(pairs.map(([a, b]) => [b, a]))).toBeCloseTo(r, 10);
			})
		);
	});

	test('is the same on any scale, and turns its sign with it', () => {
		fc.assert(
			fc.property(
				somePairs,
				fc.integer({ min: 1, max: 50 }),
				fc.integer({ min: -500, max: 500 }),
				(pairs, by, plus) => {
					const r = correlation(pairs);
					expect(correlation(pairs.map(([a, b]) => [a * by + plus, b]))).toBeCloseTo(r, 8);
					expect(correlation(pairs.map(([a, b]) => [a, -by * b + plus]))).toBeCloseTo(-r, 8);
				}
			)
		);
	});

	test('of numbers with themselves is 1, unless they do not vary', () => {
		fc.assert(
			fc.property(numbers, (values) => {
				const varies = new Set(values).size > 1;
				expect(correlation(values.map((value) => [value, value]))).toBeCloseTo(varies ? 1 : 0, 8);
			})
		);
	});
});

describe('the middle', () => {
	test.each<[readonly number[], number]>([
		[[4], 4],
		[[3, 1, 2], 2],
		[[1, 2, 3, 4], 3],
		[[10, 9, 100], 10],
		[[], Number.NaN]
	])('of %j is %d', (values, middle) => {
		expect(median(values)).toBe(middle);
	});

	test('is one of the numbers, with half of them on either side, and leaves the list alone', () => {
		fc.assert(
			fc.property(numbers, (values) => {
				const before = [...values];
				const middle = median(values);
				expect(values).toContain(middle);
				expect(values).toEqual(before);
				const half = Math.floor(values.length / 2);
				expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half);
				expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half);
			})
		);
	});
});
