// An edition of invented members: the same for a seed, true of those who were simulated, marked throughout.
import { describe, expect, test } from 'vitest';
import { demonstration } from '#core/simulation/edition.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { BINS, nameOf } from '#core/standing/edition.ts';
import { scoresOf } from '../../support/answers.ts';
import { compiled } from '../instrument/tiny.ts';

const tiny = compiled();
const wishes = { respondents: 120, seed: 5 };
const edition = demonstration(tiny, wishes, '2026-05-04');
const everybody = Array.from({ length: wishes.respondents }, (_, at) => answersOf(tiny, wishes.seed, at + 1));

const companyScores = (fits: (values: (typeof everybody)[number]) => boolean): readonly number[] =>
	everybody.filter(fits).flatMap((values) => scoresOf(tiny, values).indices['company']?.tenths ?? []);

describe('a demonstration', () => {
	test('says that it is one, of what and of which day', () => {
		expect(edition).toMatchObject({
			id: 'demonstration-2026-05-04',
			date: '2026-05-04',
			demonstration: true,
			instrument: { id: 'tiny', version: tiny.version }
		});
		expect(edition.source).toContain('--respondents 120 --seed 5');
	});

	test('is the same for the same wishes, and another for another seed', () => {
		expect(demonstration(tiny, wishes, '2026-05-04')).toEqual(edition);
		expect(demonstration(tiny, { ...wishes, seed: 6 }, '2026-05-04').cells).not.toEqual(edition.cells);
	});

	test('holds the group of all, counted from the scores', () => {
		const scores = companyScores(() => true).toSorted((a, b) => a - b);
		const measure = edition.cells.find(({ dimensions }) => nameOf(dimensions) === '')?.measures['company'];
		const n = scores.length;
		expect(measure).toMatchObject({ n, orgs: n, maxOrg: 1 });
		expect(measure?.bins).toEqual(
			Array.from({ length: BINS }, (_, at) => scores.filter((tenths) => Math.floor(tenths / 50) === at).length)
		);
		const middle = measure?.median ?? -1;
		expect(scores.filter((tenths) => tenths < middle).length).toBeLessThanOrEqual(n / 2);
		expect(scores.filter((tenths) => tenths > middle).length).toBeLessThanOrEqual(n / 2);
		const [lower = -1, upper = -1] = measure?.quartiles ?? [];
		expect(scores.filter((tenths) => tenths <= lower).length).toBeGreaterThanOrEqual(n / 4);
		expect(scores.filter((tenths) => tenths <= upper).length).toBeGreaterThanOrEqual((3 * n) / 4);
	});

	test('has for each answer the group of those who gave it', () => {
		const cells = edition.cells.filter(({ dimensions }) => Object.keys(dimensions).join() === 'industry');
		expect(cells.length).toBeGreaterThan(1);
		for (const { dimensions, measures } of cells)
			expect(measures['company']?.n).toBe(
				companyScores(({ industry }) => JSON.stringify(industry)?.includes(`"${dimensions['industry']}"`) ?? false)
					.length
			);
	});

	test('ranks companies in the groups of companies and people in those of people', () => {
		for (const { dimensions, measures } of edition.cells) {
			const by = Object.keys(dimensions).join();
			if (by === 'role') expect(Object.keys(measures)).not.toContain('company');
			if (by === 'industry') expect(Object.keys(measures)).not.toContain('personal');
		}
	});

	test('leaves out groups that are too small to be told of', () => {
		const all = edition.cells.flatMap(({ measures }) => Object.values(measures));
		expect(Math.min(...all.map(({ n }) => n))).toBeGreaterThanOrEqual(10);
		expect(demonstration(tiny, { respondents: 9, seed: 1 }, '2026-05-04').cells).toEqual([]);
	});
});
