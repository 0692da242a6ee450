// The flagship, told to ten thousand simulated respondents: which texts appear, beside what, and how hard they are to read.
import { beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '#core/simulation/simulate.ts';
import type { Summary } from '#core/simulation/summary.ts';
import { wordsFor } from '#lib/words.ts';
import { flagship } from '../support/flagship.ts';

let summary: Summary;

beforeAll(() => {
	summary = simulate(flagship, wordsFor('en'), { respondents: 10_000, seed: 1 });
}, 300_000);

describe('the texts', () => {
	test('every one can appear, but for those that need several respondents', () => {
		expect(summary.never).toEqual([]);
		expect(summary.needSeveral).toEqual([
			'pattern nobody-knows',
			'pattern paper-process',
			'pattern two-companies',
			'pattern unheard-floor'
		]);
	});

	test('none appears for all', () => {
		expect(summary.always).toEqual([]);
	});

	test('can be read at a school grade from 8 to 11', () => {
		expect(summary.grade.lowest).toBeGreaterThanOrEqual(7.75);
		expect(summary.grade.median).toBeGreaterThanOrEqual(8);
		expect(summary.grade.highest).toBeLessThanOrEqual(11);
	});

	test('at least forty are narrowed by what else was answered', () => {
		const verdicts = [...flagship.questions, ...flagship.areas].flatMap(({ texts: { keep, change, stop } }) => [
			...keep,
			...change,
			...stop
		]);
		expect(verdicts.filter(({ when }) => when !== null).length).toBeGreaterThanOrEqual(40);
	});
});

test('no two neighbours begin with the same two words in more than one report of a hundred', () => {
	expect(summary.alike.filter(({ times }) => times > summary.respondents / 100)).toEqual([]);
});

describe('the key areas', () => {
	test('name no area twice', () => {
		expect(summary.areaTwice).toBe(0);
	});

	test('each of the twenty can be one to keep, to change and to stop, and none is in every second report', () => {
		expect(summary.keyAreas).toHaveLength(20);
		for (const { area, times } of summary.keyAreas) {
			expect(Object.values(times).every((count) => count > 0), area).toBe(true);
			expect(times.keep + times.change + times.stop, area).toBeLessThan(summary.respondents / 2);
		}
	});

	test('to keep never hide a stopped question', () => {
		expect(summary.withoutBut).toEqual([]);
	});
});

describe('the patterns', () => {
	test('each of those for one respondent fires, and none is commonplace', () => {
		expect(summary.patterns.map(({ pattern }) => pattern).toSorted()).toEqual(
			flagship.patterns.map(({ id }) => id).filter((id) => !summary.needSeveral.includes(`pattern ${id}`))
		);
		for (const { pattern, times } of summary.patterns)
			expect(times, pattern).toBeLessThan(summary.respondents / 4);
	});

	test('none stands beside praise that it takes back', () => {
		expect(summary.unguarded).toEqual([]);
	});
});

describe('the report', () => {
	test('is never a stub and never a book', () => {
		expect(summary.shortest.words).toBeGreaterThan(2_000);
		expect(summary.longest.words).toBeLessThan(15_000);
	});

	test('the indices spread over the whole scale, and no two terms measure the same', () => {
		for (const { index, spread, least, most } of summary.indices) {
			expect(spread, index).toBeGreaterThan(15);
			expect(least, index).toBeLessThan(10);
			expect(most, index).toBeGreaterThan(90);
		}
		const terms = ['value', 'number', 'win-rate', 'sales-cycle'];
		for (const { indices, r } of summary.correlations)
			if (indices.every((index) => terms.includes(index))) expect(r, indices.join(', ')).toBeLessThan(0.95);
	});
});
