// What may leave the server of an edition: every figure of random editions is one that the method permits.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionIn } from '#core/instrument/benchmark.ts';
import { BIN, BINS, type Edition, type Measure } from '#core/standing/edition.ts';
import { publishedOf, type PublishedMeasure } from '#core/standing/published.ts';
import { scoredMeasure, someEditions } from '../../support/editions.ts';

const edition = (measure: Measure): Edition => ({
	id: 'spring',
	date: '2026-03-01',
	instrument: { id: 'tiny', version: '1.0.0' },
	demonstration: false,
	source: '',
	cells: [{ dimensions: {}, measures: { company: measure } }]
});
const published = (measure: Measure): PublishedMeasure | undefined =>
	publishedOf(edition(measure)).cells[0]?.measures['company'];
const members = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => (17 * at) % 1001);

describe('what is published of a group', () => {
	test.each<[about: string, measure: Measure, told: readonly (keyof PublishedMeasure)[]]>([
		['of 19, nothing', scoredMeasure(members(19)), []],
		['of 20, the middle', scoredMeasure(members(20)), ['median', 'quartiles']],
		['of 29, no more', scoredMeasure(members(29)), ['median', 'quartiles']],
		['of 30, the distribution', scoredMeasure(members(30)), ['median', 'quartiles', 'bins']],
		['of 49, no more', scoredMeasure(members(49)), ['median', 'quartiles', 'bins']],
		['of 50, the tails', scoredMeasure(members(50)), ['median', 'quartiles', 'bins', 'tails']],
		['of 200 people in four companies, nothing', { ...scoredMeasure(members(200)), orgs: 4 }, []],
		['of 40 with eleven in one company, nothing', { ...scoredMeasure(members(40)), orgs: 20, maxOrg: 11 }, []],
		[
			'of 40 with ten in one company, the distribution',
			{ ...scoredMeasure(members(40)), orgs: 20, maxOrg: 10 },
			['median', 'quartiles', 'bins']
		]
	])('%s', (_about, measure, told) => {
		const found = published(measure);
		const all = ['median', 'quartiles', 'bins', 'tails'] as const;
		expect(all.filter((key) => found !== undefined && found[key] !== null)).toEqual(
			all.filter((key) => told.includes(key))
		);
		if (told.length === 0) expect(publishedOf(edition(measure)).cells).toEqual([]);
	});

	test('tails that nobody counted are not told', () => {
		expect(published({ ...scoredMeasure(members(60)), tails: undefined })?.tails).toBeNull();
	});
});

/** Every number in it, with the keys that lead there. */
function* numbersIn(value: unknown, path: readonly string[] = []): Generator<readonly [string, number]> {
	if (typeof value === 'number') yield [path.join('.'), value];
	else if (typeof value === 'object' && value !== null)
		for (const [key, part] of Object.entries(value)) yield* numbersIn(part, [...path, key]);
}

describe('of any edition', () => {
	test('nothing under a minimum leaves, and nothing that was not asked for', () => {
		fc.assert(
			fc.property(someEditions, (any) => {
				const sources = new Map(any.cells.map((cell) => [cell.dimensions, cell.measures]));
				for (const { dimensions, measures } of publishedOf(any).cells) {
					expect(Object.keys(measures).length).toBeGreaterThan(0);
					for (const [index, told] of Object.entries(measures)) {
						const kept = sources.get(dimensions)?.[index];
						if (kept === undefined) throw new Error(`${index} was made up`);
						const permitted = new Map<string, number>([
							['n', kept.n],
							['companies', kept.orgs],
							['median', kept.median],
							['quartiles.0', kept.quartiles[0]],
							['quartiles.1', kept.quartiles[1]]
						]);
						if (kept.n >= 50 && kept.tails) kept.tails.forEach((each, at) => permitted.set(`tails.${at}`, each));
						const others = [...numbersIn(told)].filter(([path, value]) => permitted.get(path) !== value);
						expect(others.filter(([path]) => !path.startsWith('bins.'))).toEqual([]);
						expect(kept.n).toBeGreaterThanOrEqual(20);
						expect(kept.orgs).toBeGreaterThanOrEqual(5);
						expect(4 * kept.maxOrg).toBeLessThanOrEqual(kept.n);
						expect(told.bins === null).toBe(kept.n < 30);
						expect(Object.keys(told).sort()).toEqual(['bins', 'companies', 'median', 'n', 'quartiles', 'tails']);
					}
				}
			})
		);
	});

	test('each bin holds five and what the edition holds there, and all hold everybody', () => {
		fc.assert(
			fc.property(someEditions, (any) => {
				const sources = new Map(any.cells.map((cell) => [cell.dimensions, cell.measures]));
				for (const { dimensions, measures } of publishedOf(any).cells) {
					for (const [index, told] of Object.entries(measures)) {
						const { bins, n } = told;
						if (bins === null) continue;
						const kept = sources.get(dimensions)?.[index]?.bins ?? [];
						expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(n);
						for (const { from, to, count } of bins) {
							expect(count).toBeGreaterThanOrEqual(5);
							const last = to === 1000 ? BINS : to / BIN;
							expect(kept.slice(from / BIN, last).reduce((sum, each) => sum + each, 0)).toBe(count);
						}
						expect(contradictionIn(told)).toBeNull();
					}
				}
			})
		);
	});
});
