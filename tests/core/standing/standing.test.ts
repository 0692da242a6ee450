import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseRung, type Rung } from '#core/standing/ladder.ts';
import { rank, type Histogram } from '#core/standing/rank.ts';
import { vectorsOf } from '../../support/vectors.ts';

describe('a rank among peers', () => {
	type Input = { x: number; histogram: Histogram; own: Histogram };
	type Counts = Record<'L' | 'E' | 'G' | 'N' | 'relative' | 'better' | 'rawTenths' | 'midrankTenths', number>;
	type Range = Record<'ciLow' | 'ciHigh' | 'ciLowPct' | 'ciHighPct', number>;
	test.each(vectorsOf<Input, Counts & Range & { tiesNote: boolean }>('percentile'))('$id', ({ input, expected }) => {
		const { L, E, G, N, ciLow, ciHigh, ciLowPct, ciHighPct, tiesNote, ...same } = expected;
		const told = rank(input.x, input.histogram, input.own);
		expect(told).toMatchObject({
			...same,
			below: L,
			equal: E,
			above: G,
			n: N,
			lowPercent: ciLowPct,
			highPercent: ciHighPct,
			tied: tiesNote
		});
		expect(Math.abs((told?.low ?? NaN) - ciLow)).toBeLessThanOrEqual(1e-6 * ciLow);
		expect(Math.abs((told?.high ?? NaN) - ciHigh)).toBeLessThanOrEqual(1e-6 * ciHigh);
	});

	test.each([
		['the best of a thousand with one better', 999, { 998: 998, 1000: 1 }, 99],
		['the only one at the bottom with a thousand better', 0, { 0: 1, 500: 1000 }, 1],
		['worse than everybody', 0, { 500: 10 }, 0],
		['better than everybody', 1000, { 500: 10 }, 100]
	])('%s', (_, tenths, histogram: Histogram, relative) => {
		expect(rank(tenths, histogram)).toMatchObject({ relative, better: 100 - relative });
	});

	test('is null without peers, also when all of them are one’s own', () => {
		expect(rank(500, {})).toBeNull();
		expect(rank(500, { 500: 2 }, { 500: 2 })).toBeNull();
	});

	test('refuses to take out what is not there', () => {
		expect(() => rank(500, { 500: 1 }, { 500: 2 })).toThrow(RangeError);
		expect(() => rank(500, { 500: 1 }, { 600: 1 })).toThrow(RangeError);
	});

	test('never falls when the score rises, and its range holds it', () => {
		const histogram = fc.dictionary(fc.nat(1000).map(String), fc.integer({ min: 1, max: 50 }), { minKeys: 1 });
		fc.assert(
			fc.property(histogram, fc.nat(1000), fc.nat(1000), (peers, a, b) => {
				const [low, high] = [rank(Math.min(a, b), peers), rank(Math.max(a, b), peers)];
				expect(low?.relative).toBeLessThanOrEqual(high?.relative ?? -1);
				expect(low?.lowPercent).toBeLessThanOrEqual(low?.relative ?? -1);
				expect(low?.highPercent).toBeGreaterThanOrEqual(low?.relative ?? 101);
			})
		);
	});
});

describe('the ladder of peer groups', () => {
	type Expected = { rung: string; mode: 'percent' | 'quarter' };
	test.each(vectorsOf<{ rungs: readonly Rung[] }, Expected>('peer.ladder'))('$id', ({ input, expected }) => {
		expect(chooseRung(input.rungs)).toMatchObject(expected);
	});

	const rung = (key: string, n: number, orgs = n, maxOrg = 1): Rung => ({ key, n, orgs, maxOrg });
	test.each<[string, readonly Rung[], ReturnType<typeof chooseRung>]>([
		['opens at ten', [rung('all', 9)], null],
		['gives a quarter from ten', [rung('all', 10)], { rung: 'all', mode: 'quarter', n: 10 }],
		['gives a percentage from twenty', [rung('all', 20)], { rung: 'all', mode: 'percent', n: 20 }],
		['rounds the number of members down', [rung('all', 44)], { rung: 'all', mode: 'percent', n: 40 }],
		['takes the widest group for a quarter', [rung('a', 12), rung('all', 19)], { rung: 'all', mode: 'quarter', n: 15 }],
		['wants five other companies', [rung('all', 100, 4, 25)], null],
		['takes a company with a quarter of the group', [rung('all', 20, 5, 5)], { rung: 'all', mode: 'percent', n: 20 }],
		['refuses one with more', [rung('all', 20, 5, 6)], null],
		['has no rungs', [], null]
	])('%s', (_, ladder, expected) => {
		expect(chooseRung(ladder)).toEqual(expected);
	});
});
