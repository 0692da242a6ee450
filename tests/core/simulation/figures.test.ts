// Index scores of several respondents → spread and correlation, in points.
import { describe, expect, test } from 'vitest';
import type { IndexScore } from '#core/scores/scores.ts';
import { indexFigures } from '#core/simulation/figures.ts';
import { instrument } from '../../support/instrument.ts';

const asked = instrument({
	indices: [
		{ id: 'reach' },
		{ id: 'craft' },
		{ id: 'company', of: { reach: 1, craft: 1 } },
		{ id: 'own', about: 'personal' }
	]
});

const scored = (tenths: number | null): IndexScore =>
	tenths === null
		? { tenths, because: 'not-asked', band: null, potential: null }
		: { tenths, band: null, potential: null };

/** Reach, craft, company and own of one respondent. */
const one = (...tenths: readonly (number | null)[]) => ({
	indices: Object.fromEntries(asked.indices.map(({ id }, at) => [id, scored(tenths[at] ?? null)]))
});

const people = [one(0, 1000, 500, null), one(500, 500, 500, 305), one(1000, 0, 500), one(null, 700, null, null)];
const { indices, correlations } = indexFigures(asked, people);

test('mean, spread and both ends are over those who have the index', () => {
	expect(indices).toEqual([
		{ index: 'reach', n: 3, mean: 50, spread: 50, least: 0, most: 100 },
		{ index: 'craft', n: 4, mean: 55, spread: expect.closeTo(Math.sqrt(5300 / 3), 10) as number, least: 0, most: 100 },
		{ index: 'company', n: 3, mean: 50, spread: 0, least: 50, most: 50 },
		{ index: 'own', n: 1, mean: 30.5, spread: 0, least: 30.5, most: 30.5 }
	]);
});

test('each pair is compared once, over those who have both, and an index of indices with none', () => {
	expect(correlations).toEqual([
		{ indices: ['reach', 'craft'], r: expect.closeTo(-1, 10) as number },
		{ indices: ['reach', 'own'], r: 0 },
		{ indices: ['craft', 'own'], r: 0 }
	]);
});

describe('without respondents', () => {
	test('there is nothing to tell, and every index is named all the same', () => {
		const none = indexFigures(asked, []);
		expect(none.indices.map(({ index, n }) => [index, n])).toEqual(asked.indices.map(({ id }) => [id, 0]));
		expect(none.correlations.every(({ r }) => r === 0)).toBe(true);
	});
});

describe('a distribution', () => {
	const many = Array.from({ length: 40 }, (_, at) => one(at < 10 ? 100 : at < 30 ? 500 : 1000, null, null, null));
	const { distributions } = indexFigures(asked, many);

	test('says how many scored where, with its quarters', () => {
		expect(distributions[0]).toEqual({
			index: 'reach',
			bins: [
				{ from: 100, to: 150, count: 10 },
				{ from: 500, to: 550, count: 20 },
				{ from: 950, to: 1000, count: 10 }
			],
			quartiles: [500, 500, 1000]
		});
	});

	test('is empty where nobody has the index', () => {
		expect(distributions[1]).toEqual({ index: 'craft', bins: [], quartiles: null });
	});
});
