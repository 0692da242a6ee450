// How exact the figures are: the words for alpha, the error in points, the weakest question, agreement, and their tables.
import { describe, expect, test } from 'vitest';
import type { IndexStudy } from '#core/study/study.ts';
import { linesOf, page, study } from './small.ts';

type Reliable = NonNullable<IndexStudy['reliability']>;

const reliable = (more: Partial<Reliable> = {}): Reliable => ({
	items: ['v1', 'v2', 'v3'],
	alpha: 0.84,
	omega: 0.86,
	sem: 61,
	itemRest: { v1: 0.55, v2: 0.214, v3: 0.4 },
	...more
});
const index = (id: string, more: Partial<IndexStudy> = {}): IndexStudy => ({
	index: id,
	reliability: null,
	answered: 0,
	intraclass: null,
	...more
});
const of = (...indices: readonly IndexStudy[]) => page({ study: study({ indices }) });
const tables = (told: ReturnType<typeof of>) =>
	(told.parts.find(({ id }) => id === 'reliability')?.blocks ?? []).flatMap((block) =>
		block.kind === 'table' ? [block] : []
	);
/** What is said of the first index: how exactly it measures, and how far people agree. */
const first = (more: Partial<IndexStudy>): readonly (string | undefined)[] => {
	const lines = linesOf(of(index('value', more)), 'reliability');
	return [lines[1], lines.at(-1)].map((line) => line?.replace(/^value /, ''));
};

describe('how exactly an index measures', () => {
	test.each([
		[0.95, 'go together very well.'],
		[0.9, 'go together very well.'],
		[0.899, 'go together well.'],
		[0.8, 'go together well.'],
		[0.799, 'go together well enough to compare groups; take one person’s score as a rough one.'],
		[0.7, 'go together well enough to compare groups; take one person’s score as a rough one.'],
		[0.699, 'go together loosely: do not read much into small differences.'],
		[-0.2, 'go together loosely: do not read much into small differences.']
	])('with an alpha of %f its questions %s', (alpha, words) => {
		expect(first({ reliability: reliable({ alpha }) })[0]).toMatch(new RegExp(`^Its questions ${words}`));
	});

	test.each([
		[61, '6'],
		[64.9, '6'],
		[66, '7'],
		[0, '0']
	])('an error of %f tenths is %s points', (sem, points) => {
		expect(first({ reliability: reliable({ sem }) })[0]).toContain(
			`would lie within ${points} points of the true one.`
		);
	});

	test('the question that goes least with the others is named; where none can be, nothing is', () => {
		const weakest = 'The question that goes least with the others is “v2” (correlation 0.21).';
		expect(first({ reliability: reliable() })[0]).toContain(weakest);
		expect(first({ reliability: reliable({ itemRest: { v1: 0.3, v2: -0.1 } }) })[0]).toContain(
			'“v2” (correlation -0.10)'
		);
		for (const itemRest of [{}, { gone: 0.1 }] as readonly Readonly<Record<string, number>>[])
			expect(first({ reliability: reliable({ itemRest }) })[0]).not.toContain('goes least');
	});

	test.each([
		[0, 'there are hardly any so far.'],
		[4, 'there are hardly any so far.'],
		[5, 'so far there are at least 5.'],
		[99, 'so far there are at least 95.']
	])('of %i complete responses it says how many are wanted, and that %s', (answered, words) => {
		const [line] = first({ answered });
		expect(line).toMatch(/^Told from 100 responses in which every one of its questions is answered; /);
		expect(line?.endsWith(words)).toBe(true);
	});
});

describe('the table', () => {
	test('has a row for each index that is told, in figures that go with the words', () => {
		const told = of(
			index('value', { reliability: reliable({ sem: 61.4 }), answered: 250 }),
			index('number', { answered: 90 }),
			index('company', { reliability: reliable({ alpha: 0.9, omega: null, items: ['v1', 'n1'] }), answered: 1203 })
		);
		expect(tables(told)).toMatchObject([
			{
				head: ['Index', 'Questions', 'Complete answers, at least', 'Alpha', 'Omega', 'Standard error, points'],
				rows: [
					['value', '3', '250', '0.84', '0.86', '6.1'],
					['company', '2', '1,200', '0.90', 'not known', '6.1']
				],
				numeric: [1, 2, 3, 4, 5]
			}
		]);
	});

	test('is not there where nothing is told, and the reasons are', () => {
		const told = of(index('value', { answered: 60 }), index('number'));
		expect(tables(told)).toEqual([]);
		expect(linesOf(told, 'reliability').filter((line) => line.includes('Told from 100'))).toHaveLength(2);
	});

	test('nothing is said of an index that the instrument does not have', () => {
		expect(of(index('elsewhere', { reliability: reliable() })).parts.map(({ id }) => id)).not.toContain('reliability');
	});
});

describe('how far people of a company agree', () => {
	const agreed = (icc1: number, icc2 = 0.55, companies = 43) => first({ intraclass: { icc1, icc2, companies } })[1];

	test.each([
		[
			0.234,
			'About 23% of the differences between people’s scores are differences between their companies (ICC1 0.23).'
		],
		[0.005, 'About 1% of the differences'],
		[1, 'About 100% of the differences']
	])('an ICC1 of %f: %s', (icc1, words) => expect(agreed(icc1)?.startsWith(words)).toBe(true));

	test.each([
		[0.0049, '0.00'],
		[0, '0.00'],
		[-0.003, '0.00'],
		[-0.034, '-0.03']
	])('an ICC1 of %f is no agreement, and never a minus before a zero', (icc1, shown) => {
		expect(agreed(icc1)).toBe(
			`People of one company agree no more than people of different companies do (ICC1 ${shown}). Counted among at least 40 companies with two respondents or more.`
		);
	});

	test('tells how reliable a company’s mean is, and among how many, in fives', () => {
		expect(agreed(0.2, 0.678, 39)).toMatch(
			/is reliable to 0\.68 \(ICC2\)\. Counted among at least 35 companies with two respondents or more\.$/
		);
	});

	test('is told from thirty such companies', () => {
		expect(first({})[1]).toBe('Told from 30 companies with two respondents or more.');
	});
});
