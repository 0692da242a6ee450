// A score among bins: about where it stands, and what of a distribution may be shown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankInBins, shownBins } from '#core/standing/bins.ts';
import { BIN, BINS, nameOf } from '#core/standing/edition.ts';
import { rank } from '#core/standing/rank.ts';

const bins = (filled: Readonly<Record<number, number>>): readonly number[] =>
	Array.from({ length: BINS }, (_, at) => filled[at] ?? 0);

const anyBins = fc.array(fc.nat(40), { minLength: BINS, maxLength: BINS });

describe('a rank in bins', () => {
	test.each([
		['above all', 600, { 4: 10 }, 100, 0],
		['below all', 100, { 4: 10 }, 0, 100],
		['at the middle of a bin: half of it is below', 475, { 9: 50, 12: 50 }, 26, 74],
		['at the foot of a bin', 450, { 8: 50, 9: 50 }, 51, 49],
		['the best there is, with others', 1000, { 10: 3, 20: 1 }, 100, 0],
		['just below the best', 999, { 10: 3, 20: 1 }, 75, 25]
	])('%s', (_, tenths, filled, relative, better) => {
		expect(rankInBins(tenths, bins(filled))).toMatchObject({ relative, better });
	});

	test('is null where nobody is', () => expect(rankInBins(500, bins({}))).toBeNull());

	test('counts members, not their parts', () => {
		expect(rankInBins(475, bins({ 9: 50, 12: 50 }))).toMatchObject({ below: 25, equal: 1, above: 74, n: 100 });
	});

	test('is the exact one where members are spread evenly over a bin', () => {
		const histogram = Object.fromEntries(Array.from({ length: 1000 }, (_, tenths) => [tenths, 1]));
		const even = bins(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [at, BIN])));
		for (const tenths of [0, 1, 49, 50, 333, 500, 999])
			expect(rank(tenths, histogram)).toMatchObject(rankInBins(tenths, even) ?? {});
	});

	test('never falls when the score rises, is no more than a bin away from the truth, and lies in its range', () => {
		fc.assert(
			fc.property(anyBins, fc.nat(1000), fc.nat(1000), (counts, a, b) => {
				const [low, high] = [rankInBins(Math.min(a, b), counts), rankInBins(Math.max(a, b), counts)];
				if (low === null || high === null) return;
				expect(low.relative).toBeLessThanOrEqual(high.relative);
				const at = Math.floor(Math.min(a, b) / BIN);
				const below = counts.slice(0, at).reduce((sum, each) => sum + each, 0);
				expect(low.below).toBeGreaterThanOrEqual(below);
				expect(low.below + low.equal).toBeLessThanOrEqual(below + (counts[at] ?? 0) + 1e-9);
				expect(low.lowPercent).toBeLessThanOrEqual(low.relative);
				expect(low.highPercent).toBeGreaterThanOrEqual(low.relative);
			})
		);
	});
});

describe('a distribution that is shown', () => {
	test('merges neighbours until each holds five', () => {
		expect(shownBins(bins({ 2: 3, 3: 1, 4: 2, 6: 7, 10: 5 }))).toEqual([
			{ from: 100, to: 250, count: 6 },
			{ from: 300, to: 350, count: 7 },
			{ from: 500, to: 550, count: 5 }
		]);
	});

	test('joins what is left over to the last, up to where somebody is', () => {
		expect(shownBins(bins({ 5: 6, 8: 2, 9: 2 }))).toEqual([{ from: 250, to: 500, count: 10 }]);
	});

	test('puts those at 1000 into the bin before', () => {
		expect(shownBins(bins({ 19: 8, 20: 9 }))).toEqual([{ from: 950, to: 1000, count: 17 }]);
		expect(shownBins(bins({ 3: 9, 20: 9 }))).toEqual([
			{ from: 150, to: 200, count: 9 },
			{ from: 950, to: 1000, count: 9 }
		]);
	});

	test('loses nobody, overlaps nowhere, and shows nobody alone', () => {
		fc.assert(
			fc.property(anyBins, (counts) => {
				const shown = shownBins(counts);
				const all = counts.reduce((sum, each) => sum + each, 0);
				expect(shown.reduce((sum, { count }) => sum + count, 0)).toBe(all);
				for (const [at, { from, to, count }] of shown.entries()) {
					expect(from).toBeLessThan(to);
					expect(from).toBeGreaterThanOrEqual(shown[at - 1]?.to ?? 0);
					expect(to).toBeLessThanOrEqual(1000);
					if (all >= 5) expect(count).toBeGreaterThanOrEqual(5);
				}
			})
		);
	});
});

test('a group has one name, in whatever order its dimensions stand', () => {
	expect(nameOf({ size: 'small', industry: 'steel' })).toBe(nameOf({ industry: 'steel', size: 'small' }));
	expect(nameOf({ industry: 'steel' })).not.toBe(nameOf({ industry: 'wood' }));
	expect(nameOf({})).toBe('');
});
