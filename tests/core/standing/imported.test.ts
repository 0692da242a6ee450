// What others published, read as an edition: a standing in it is that of the edition it came from, within a bin.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankInBins } from '#core/standing/bins.ts';
import { BIN, BINS, type Edition, type Measure } from '#core/standing/edition.ts';
import { benchmarkEdition, editionOf } from '#core/standing/imported.ts';
import { chooseRung } from '#core/standing/ladder.ts';
import { publishedOf } from '#core/standing/published.ts';
import { rank } from '#core/standing/rank.ts';
import { scoredMeasure, someEditions } from '../../support/editions.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0);

const roundTrip = (edition: Edition): Edition => editionOf(publishedOf(edition), 'a study');

const of = (measure: Measure): Edition => ({
	id: 'spring',
	date: '2026-03-01',
	instrument: { id: 'tiny', version: '1.0.0' },
	demonstration: false,
	source: '',
	cells: [{ dimensions: {}, measures: { company: measure } }]
});

describe('an imported edition', () => {
	test('spreads what was merged in whole numbers, as evenly as they go', () => {
		const scores = [
			...new Array<number>(7).fill(10),
			...new Array<number>(4).fill(120),
			310,
			...new Array<number>(20).fill(960)
		];
		const [cell] = roundTrip(of(scoredMeasure(scores))).cells;
		expect(publishedOf(of(scoredMeasure(scores))).cells[0]?.measures['company']?.bins).toEqual([
			{ from: 0, to: 50, count: 7 },
			{ from: 100, to: 350, count: 5 },
			{ from: 950, to: 1000, count: 20 }
		]);
		const bins = new Array<number>(BINS).fill(0);
		bins.splice(0, 7, 7, 0, 1, 1, 1, 1, 1);
		bins[19] = 20;
		expect(cell?.measures['company']?.bins).toEqual(bins);
	});

	test('gives no standing where no distribution was told, and says nothing of single scores', () => {
		const members = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => 30 * at);
		expect(roundTrip(of(scoredMeasure(members(29)))).cells).toEqual([]);
		const measure = roundTrip(of(scoredMeasure(members(30)))).cells[0]?.measures['company'];
		expect(Object.keys(measure ?? {}).sort()).toEqual(['bins', 'maxOrg', 'median', 'n', 'orgs', 'quartiles']);
	});

	test('of any other edition holds as many as were told, and a report may say a percentage of each group', () => {
		fc.assert(
			fc.property(someEditions, (any) => {
				const told = publishedOf(any);
				const imported = editionOf(told, 'a study');
				expect(imported.source).toBe('a study');
				for (const { dimensions, measures } of imported.cells) {
					const from = told.cells.find((cell) => cell.dimensions === dimensions)?.measures;
					for (const [index, { n, orgs, maxOrg, bins }] of Object.entries(measures)) {
						expect([n, orgs, sum(bins)]).toEqual([from?.[index]?.n, from?.[index]?.companies, n]);
						expect(bins.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
						expect(bins).toHaveLength(BINS);
						expect(chooseRung([{ key: '', n, orgs, maxOrg }])?.mode).toBe('percent');
					}
				}
			})
		);
	});

	test('stands a score where it stood, but for those who share its bin', () => {
		const scores = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 30, maxLength: 300 });
		fc.assert(
			fc.property(scores, fc.integer({ min: 0, max: 1000 }), (members, tenths) => {
				const exact = scoredMeasure(members);
				const [bin] = (publishedOf(of(exact)).cells[0]?.measures['company']?.bins ?? []).filter(
					({ from, to }) => from <= tenths && (tenths < to || to === 1000)
				);
				const about = roundTrip(of(exact)).cells[0]?.measures['company'];
				const [there, here] = [
					rank(tenths, Object.fromEntries(exact.scores ?? [])),
					rankInBins(tenths, about?.bins ?? [])
				];
				const share = (100 * (bin?.count ?? 0)) / members.length;
				expect(Math.abs((there?.relative ?? 0) - (here?.relative ?? 0))).toBeLessThanOrEqual(share + 1);
			})
		);
	});
});

describe('a benchmark of the content', () => {
	test('is an edition of everybody, which names its source, its people and where to read it', () => {
		const bins = [
			{ from: 0, to: 500, count: 20 },
			{ from: 500, to: 1000, count: 20 }
		];
		const figures = { n: 40, companies: 40, median: 500, quartiles: [300, 700] as const, bins };
		const edition = benchmarkEdition('tiny', {
			id: 'study',
			source: 'An example',
			url: 'https://example.org/study',
			date: '2026-03-01',
			population: '40 workshops in no country',
			version: '1.0.0',
			measures: { company: figures }
		});
		expect(edition).toMatchObject({
			id: 'tiny-study',
			date: '2026-03-01',
			instrument: { id: 'tiny', version: '1.0.0' },
			demonstration: false,
			source: 'An example: 40 workshops in no country (https://example.org/study)'
		});
		expect(edition.cells).toEqual([
			{
				dimensions: {},
				measures: {
					company: {
						n: 40,
						orgs: 40,
						maxOrg: 1,
						bins: Array.from({ length: BINS }, (_, at) => (at === 1000 / BIN ? 0 : 2)),
						median: 500,
						quartiles: [300, 700]
					}
				}
			}
		]);
	});
});
