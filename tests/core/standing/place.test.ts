// Answers against an edition: which peer group is chosen, and what may be said of it.
import { describe, expect, test } from 'vitest';
import type { Values } from '#core/instrument/value.ts';
import type { Edition, Measure } from '#core/standing/edition.ts';
import { standing, type Standing } from '#core/standing/standing.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { cellOf, countedOf, editionOf, measureOf, peersOf } from '../../support/edition.ts';
import { flagship } from '../../support/flagship.ts';
import { vectorsOf } from '../../support/vectors.ts';

const scales = flagship.questions.filter(({ type }) => type === 'scale');
const agreed: Values = {
	...Object.fromEntries(scales.map(({ id, options }) => [id, options[3]?.id ?? ''])),
	role: 'sales-leader',
	'carries-deals': 'yes',
	industry: 'manufacturing',
	'company-size': '51-200',
	region: 'north-america'
};

const stand = (edition: Edition, changes: Values = {}, instrument = flagship): Standing | null => {
	const values = { ...agreed, ...changes };
	return standing(instrument, answersTo(instrument, values), scoresOf(instrument, values), edition);
};

const dimensions = {
	all: {},
	industry: { industry: 'manufacturing' },
	size: { 'company-size': '51-200' },
	'industry*size': { industry: 'manufacturing', 'company-size': '51-200' },
	'industry*size*region': { industry: 'manufacturing', 'company-size': '51-200', region: 'north-america' }
} as const;

type Name = keyof typeof dimensions;

const groups = (sizes: Partial<Record<Name, number | Measure>>): Edition =>
	editionOf(
		flagship,
		Object.entries(sizes).map(([name, size]) =>
			cellOf(flagship, dimensions[name as Name], typeof size === 'number' ? measureOf(size) : size)
		)
	);

describe('the group', () => {
	type Case = { rungs: readonly { key: string; n: number; orgs: number; maxOrg: number }[] };
	const cases = vectorsOf<Case, { rung: string; mode: string }>('peer.ladder').filter(({ input }) =>
		input.rungs.every(({ key }) => Object.hasOwn(dimensions, key))
	);
	test('there are worked cases of it', () => expect(cases.length).toBeGreaterThanOrEqual(2));

	test.each(cases)('$id', ({ input, expected }) => {
		const sizes = input.rungs.map(({ key, n, orgs, maxOrg }) => [key, measureOf(n, { orgs, maxOrg })]);
		const found = stand(groups(Object.fromEntries(sizes) as Partial<Record<Name, Measure>>));
		const by = Object.keys(dimensions[expected.rung as Name]);
		expect(found?.company?.by.toSorted()).toEqual(by.toSorted());
		expect(found?.indices['company']?.mode).toBe(expected.mode);
	});

	test('says which one would have been closer, and that only if there was one', () => {
		expect(stand(groups({ industry: 40, all: 90 }))?.company).toEqual({
			by: ['industry'],
			n: 40,
			closest: ['industry', 'company-size', 'region']
		});
		expect(stand(groups({ 'industry*size*region': 23 }))?.company).toMatchObject({ n: 20, closest: null });
	});

	test('passes over what the respondent did not say, or said to be something else', () => {
		const edition = groups({ 'industry*size*region': 30, industry: 50, all: 90 });
		expect(stand(edition, { region: undefined as never })?.company).toEqual({
			by: ['industry'],
			n: 50,
			closest: ['industry', 'company-size']
		});
		expect(stand(edition, { industry: 'software-it' })?.company?.by).toEqual([]);
	});

	test('knows somebody with a text of their own by the option', () => {
		const edition = editionOf(flagship, [cellOf(flagship, { industry: 'other' }, measureOf(30))]);
		expect(stand(edition, { industry: { option: 'other', text: 'Lighthouses' } })?.company?.by).toEqual(['industry']);
	});

	test('of the person has a ladder of its own', () => {
		const edition = editionOf(flagship, [
			cellOf(flagship, { role: 'sales-leader' }, measureOf(30)),
			cellOf(flagship, { industry: 'manufacturing' }, measureOf(60))
		]);
		expect(stand(edition)).toMatchObject({ company: { by: ['industry'], n: 60 }, personal: { by: ['role'], n: 30 } });
	});

	test('is closed while there are too few', () => {
		const found = stand(groups({ all: 9 }));
		expect(found?.company).toBeNull();
		expect(Object.values(found?.indices ?? {})).toEqual(flagship.indices.map(() => null));
	});
});

describe('the place', () => {
	test('in per cent has all that may be said', () => {
		// Two in each bin: for every 25 tenths there is one who scored worse.
		const tenths = scoresOf(flagship, agreed).indices['company']?.tenths ?? 0;
		const relative = Math.round((100 * (tenths + 1)) / 25 / 42);
		const place = stand(peersOf(flagship, 42))?.indices['company'];
		expect(place).toMatchObject({ mode: 'percent', n: 40, relative, better: 100 - relative });
		expect(place).toMatchObject({ median: 500, quartiles: [250, 750] });
		const shown = place?.mode === 'percent' ? place : null;
		expect(shown?.low).toBeLessThan(relative);
		expect(shown?.high).toBeGreaterThan(relative);
		expect(shown?.bins?.reduce((sum, { count }) => sum + count, 0)).toBe(42);
	});

	test('shows no distribution of fewer than thirty', () => {
		expect(stand(peersOf(flagship, 29))?.indices['company']).toMatchObject({ mode: 'percent', bins: null });
	});

	test.each([
		['top', { 3: 16 }],
		['second', { 3: 12, 18: 4 }],
		['second', { 3: 9, 18: 7 }],
		['third', { 3: 8, 18: 8 }],
		['bottom', { 3: 4, 18: 12 }],
		['bottom', { 18: 16 }]
	])('below twenty is a quarter and nothing else: %s', (quarter, filled: Record<number, number>) => {
		const measure = measureOf(16, { bins: Array.from({ length: 21 }, (_, at) => filled[at] ?? 0) });
		expect(stand(groups({ all: measure }))?.indices['company']).toEqual({ mode: 'quarter', n: 15, quarter });
	});

	test('of an index without a score is null', () => {
		const found = stand(peersOf(flagship, 50), Object.fromEntries(scales.map(({ id }) => [id, undefined as never])));
		expect(found?.company).not.toBeNull();
		expect(found?.indices['company']).toBeNull();
	});

	test('of an index that too few of the group have is null', () => {
		const edition = editionOf(flagship, [
			{ dimensions: {}, measures: { company: measureOf(50), value: measureOf(9), number: measureOf(50, { orgs: 4 }) } }
		]);
		const indices: Standing['indices'] = stand(edition)?.indices ?? {};
		expect([indices['company']?.mode, indices['value'], indices['number'], indices['win-rate']]).toEqual([
			'percent',
			null,
			null,
			null
		]);
	});
});

describe('how many scored the same', () => {
	const tenths = scoresOf(flagship, agreed).indices['company']?.tenths ?? 0;
	const same = (measure: Measure): unknown => {
		const place = stand(groups({ all: measure }))?.indices['company'];
		return place?.mode === 'percent' ? place.same : place?.mode;
	};

	test.each<[string, unknown, Measure]>([
		['is told from one in twenty on', 5, countedOf({ [tenths]: 5, 100: 95 })],
		['is not told below', null, countedOf({ [tenths]: 5, 100: 96 })],
		['is no number where they are fewer than five', 'few', countedOf({ [tenths]: 4, 100: 36 })],
		['nor where it is a single one', 'few', countedOf({ [tenths]: 1, 100: 19 })],
		['is null where nobody did', null, countedOf({ 100: 20, 200: 20 })],
		[
			'is no number where four companies could hold them all',
			'few',
			countedOf({ [tenths]: 12, 100: 48 }, { maxOrg: 3 })
		],
		['is one where it takes five', 13, countedOf({ [tenths]: 13, 100: 47 }, { maxOrg: 3 })],
		['is not known from bins', null, measureOf(40)],
		['is nothing that a quarter tells', 'quarter', countedOf({ [tenths]: 9, 100: 9 })]
	])('%s', (_, expected, measure) => {
		expect(same(measure)).toBe(expected);
	});
});

describe('the other groups', () => {
	test('are those of the ladder that may be told by themselves, from narrow to wide', () => {
		const found = stand(groups({ 'industry*size*region': 5, 'industry*size': 25, industry: 14, size: 30, all: 90 }));
		expect(found?.company?.by).toEqual(['industry', 'company-size']);
		expect(found?.others.company.map(({ by, place }) => [by, place.mode, place.n])).toEqual([
			[['industry'], 'quarter', 10],
			[['company-size'], 'percent', 30],
			[[], 'percent', 90]
		]);
	});

	test('leave out one that a single company fills, or that is of too few', () => {
		const filled = measureOf(60, { orgs: 20, maxOrg: 16 });
		expect(stand(groups({ industry: filled, size: 9, all: 90 }))?.others.company).toEqual([]);
	});

	test('are of people where people are ranked', () => {
		const edition = editionOf(flagship, [
			cellOf(flagship, { role: 'sales-leader' }, measureOf(30)),
			cellOf(flagship, {}, measureOf(60))
		]);
		const found = stand(edition);
		expect(found?.others.personal.map(({ by, place }) => [by, place.n])).toEqual([[[], 60]]);
		expect(found?.others.company).toEqual([]);
	});

	test('are none while there is no group, and none without a score', () => {
		expect(stand(groups({ all: 9 }))?.others).toEqual({ company: [], personal: [] });
		const nothing = Object.fromEntries(scales.map(({ id }) => [id, undefined as never]));
		expect(stand(groups({ industry: 30, all: 90 }), nothing)?.others.company).toEqual([]);
	});
});

describe('an edition', () => {
	test('is named, without its cells', () => {
		expect(stand(peersOf(flagship, 50))?.edition).toEqual({
			id: 'spring-2026',
			date: '2026-03-01',
			demonstration: false,
			source: 'the study of spring'
		});
	});

	test.each([
		['another instrument', { id: 'other', version: flagship.version }],
		['another major', { id: flagship.id, version: '9.0.0' }]
	])('of %s says nothing', (_, instrument) => {
		expect(stand(peersOf(flagship, 50, { instrument }))).toBeNull();
	});

	test('of another minor of the same major does', () => {
		const [major] = flagship.version.split('.');
		expect(stand(peersOf(flagship, 50, { instrument: { id: flagship.id, version: `${major}.99.0` } }))).not.toBeNull();
	});
});
