// The charts of a study's page: what is drawn, on which scale, the sentence over it and whom it is about.
import { describe, expect, test } from 'vitest';
import type { ChartBlock } from '#core/report/report.ts';
import { chartsOf } from '#core/report/study-page/page.ts';
import { chartIn, edition, linesOf, measured, page, rowsOf, study } from './small.ts';

const whole = [0, 250, 500, 750, 1000].map((at) => ({ at, label: String(at / 10) }));
const all = { company: measured(61) };

describe('groups side by side', () => {
	const groups = (medians: Readonly<Record<string, number>>) =>
		page({
			edition: edition(
				all,
				Object.fromEntries(
					Object.entries(medians).map(([option, median]) => [`industry=${option}`, { company: measured(23, median) }])
				)
			)
		});

	test.each<[Record<string, number>, string]>([
		[{ a: 400 }, 'The median is 40 in every group that can be told.'],
		[{ a: 400, b: 600 }, 'Medians run from 40 (a) to 60 (b).'],
		[{ a: 600, b: 500, c: 400 }, 'Medians run from 40 (c) to 60 (a).'],
		[{ a: 400, b: 400, c: 600 }, 'Medians run from 40 to 60.'],
		[{ a: 400, b: 600, c: 600 }, 'Medians run from 40 to 60.'],
		// What is shown is what counts: 39.6 and 40.4 are both 40.
		[{ a: 396, b: 404 }, 'The median is 40 in every group that can be told.'],
		[{ a: 396, b: 404, c: 600 }, 'Medians run from 40 to 60.'],
		[{ a: 394, b: 395, c: 600 }, 'Medians run from 39 (a) to 60 (c).']
	])('of %j: %s', (medians, says) => expect(chartIn(groups(medians), 'by-industry').says).toBe(says));

	test('stand in the order of the answers, each with its median and middle half as they are', () => {
		const chart = chartIn(groups({ c: 300, a: 445 }), 'by-industry');
		expect(chart.title).toBe('company · industry');
		expect(rowsOf(chart)).toEqual([
			{ label: 'a', shown: '45', mark: { kind: 'middle', median: 445, quartiles: [345, 545] } },
			{ label: 'c', shown: '30', mark: { kind: 'middle', median: 300, quartiles: [200, 400] } }
		]);
		expect(chart.ticks).toEqual(whole);
		expect(chart.table).toMatchObject({
			head: ['Group', 'Median', 'Lower quartile', 'Upper quartile', 'Companies, at least'],
			rows: [
				['a', '45', '35', '55', '20'],
				['c', '30', '20', '40', '20']
			],
			numeric: [1, 2, 3, 4]
		});
	});

	test('are about all their members together, rounded down once', () => {
		expect(chartIn(groups({ a: 400, b: 500, c: 600 }), 'by-industry').source).toMatch(/at least 65 companies$/);
	});

	test.each<[Record<string, number>, string[]]>([
		[{ a: 400, b: 500, c: 600 }, []],
		[{ b: 500 }, ['a · c']],
		[{ a: 400, c: 600 }, ['b']]
	])('of %j: those that are not told are named with why', (medians, missing) => {
		const said = linesOf(groups(medians), 'groups');
		expect(said).toHaveLength(missing.length);
		for (const names of missing) expect(said[0]).toMatch(new RegExp(`^Not told, because .*: ${names}\\.$`));
	});

	test('made of two answers are none of one', () => {
		const crossed = edition(all, { 'industry=a&size=s': { company: measured(30, 900) } });
		expect(page({ edition: crossed }).parts.map(({ id }) => id)).not.toContain('groups');
	});

	test('of people stand with the people, and count them', () => {
		const people = edition({ ...all, me: measured(42) }, { 'role=seller': { me: measured(29, 610) } });
		const told = page({ edition: people });
		expect(told.parts.find(({ id }) => id === 'people')?.blocks.map(({ kind }) => kind)).toEqual([
			'prose',
			'chart',
			'chart',
			'prose'
		]);
		const chart = chartIn(told, 'people-by-role');
		expect(chart.source).toMatch(/at least 25 people$/);
		expect(chart.table.head.at(-1)).toBe('People, at least');
	});
});

describe('an index', () => {
	const of = (more: Parameters<typeof measured>[2], n = 61): ChartBlock =>
		chartIn(page({ edition: edition({ company: measured(n, 455, more) }) }), 'company');

	test('has one scale in every chart, and the day and number by which it is quoted', () => {
		expect(of({}).ticks).toEqual(whole);
		expect(of({}).source).toBe('A firm, Small survey, edition small-7 of 1 March 2026, at least 60 companies');
	});

	test.each<[string, Parameters<typeof measured>[2], string]>([
		[
			'its middle half',
			{ quartiles: [305, 604] },
			'Half of the companies score between 31 and 60 in the company; the median is 46.'
		],
		['one score alone', { quartiles: [455, 455] }, 'company: more than half score 46.'],
		['one that is the same as shown', { quartiles: [456, 464] }, 'company: more than half score 46.']
	])('says %s', (_, more, says) => expect(of(more).says).toBe(says));

	const bins = [
		{ from: 0, to: 450, count: 20 },
		{ from: 450, to: 1000, count: 41 }
	];
	test.each<[string, Parameters<typeof measured>[2], RegExp, string[]]>([
		['nothing but the middle half', {}, /told from 30 on/, ['Lower quartile', 'Median', 'Upper quartile']],
		[
			'columns',
			{ bins },
			/^Columns.*told from 50 on/,
			['Lower quartile', 'Median', 'Upper quartile', 'Score 0 to 45', 'Score 45 to 100']
		],
		[
			'columns and tails',
			{ bins, tails: [100, 900] },
			/Thin line/,
			[
				'Tenth in a hundred (P10)',
				'Lower quartile',
				'Median',
				'Upper quartile',
				'Ninetieth in a hundred (P90)',
				'Score 0 to 45',
				'Score 45 to 100'
			]
		]
	])('with %s: the legend explains what is drawn, and the table holds it', (_, more, legend, figures) => {
		const chart = of(more);
		expect(chart.legend).toMatch(legend);
		expect(chart.table.rows.map(([figure]) => figure)).toEqual(figures);
		expect(chart.drawn).toMatchObject({ bins: more?.bins ?? null, tails: more?.tails ?? null, median: 455 });
	});

	test('gives its columns in per cent of those who have it', () => {
		expect(
			of({ bins })
				.table.rows.slice(-2)
				.map(([, share]) => share)
		).toEqual(['33%', '67%']);
	});
});

describe('the parts of an index', () => {
	const parts = (measures: Parameters<typeof edition>[0]) =>
		chartsOf(page({ edition: edition(measures) })).map(({ id }) => id);

	test('are shown together where there are two, about the smallest of them', () => {
		const told = page({ edition: edition({ ...all, value: measured(58, 400), number: measured(49, 620) }) });
		expect(chartsOf(told).map(({ id }) => id)).toEqual(['company', 'company-parts', 'value', 'number']);
		expect(chartIn(told, 'company-parts')).toMatchObject({
			title: 'The parts of the company among companies',
			says: 'The lowest part is value with a median of 40; the highest is number with 62.'
		});
		expect(chartIn(told, 'company-parts').source).toMatch(/at least 45 companies$/);
	});

	test('are not, where there is one', () =>
		expect(parts({ ...all, value: measured(58) })).toEqual(['company', 'value']));

	test('are told where the whole is not', () => expect(parts({ value: measured(58) })).toEqual(['value']));
});

describe('areas', () => {
	const area = (median: number, n: number) => ({ n, median, quartiles: [median - 50, median + 50] as const });
	const areas = (found: Readonly<Record<string, ReturnType<typeof area>>>) => page({ study: study({ areas: found }) });

	test('stand from the weakest on, as of the day of the study', () => {
		const chart = chartIn(areas({ worth: area(700, 44), many: area(300, 41) }), 'areas');
		expect(rowsOf(chart).map(({ label, shown }) => [label, shown])).toEqual([
			['many', '30'],
			['worth', '70']
		]);
		expect(chart.says).toBe('Companies score lowest in “many”, with a median of 30, and highest in “worth”, with 70.');
		expect(chart.source).toBe('A firm, Small survey, edition small-7 of 1 February 2026, at least 40 companies');
	});

	test('with one median are told so, and one alone as well', () => {
		const [one, both] = [{ worth: area(500, 40) }, { worth: area(500, 40), many: area(500, 40) }];
		for (const told of [areas(one), areas(both)])
			expect(chartIn(told, 'areas').says).toBe('All areas have the same median, 50.');
	});

	test('that the instrument does not have are left out, and without any there is no such part', () => {
		expect(areas({ elsewhere: area(500, 40) }).parts.map(({ id }) => id)).not.toContain('areas');
	});
});

describe('who answered', () => {
	const composed = (...held: readonly (number | null)[]) =>
		page({
			study: study({
				composition: [
					{
						question: 'industry',
						options: held.map((companies, at) => ({ option: ['a', 'b', 'c'][at] ?? '', companies }))
					}
				]
			})
		});

	test('is drawn in lengths of the largest, without those that are nobody or not told', () => {
		const told = composed(30, 20, 0);
		const chart = chartIn(told, 'who-industry');
		expect(rowsOf(chart)).toEqual([
			{ label: 'a', shown: '30', mark: { kind: 'bar', length: 1000, isQuiet: false } },
			{ label: 'b', shown: '20', mark: { kind: 'bar', length: 667, isQuiet: false } }
		]);
		expect([chart.title, chart.ticks, chart.table.rows]).toEqual([
			'industry',
			[],
			[
				['a', '30'],
				['b', '20']
			]
		]);
		expect(chart.source).toMatch(/of 1 February 2026, at least 60 companies$/);
		expect(linesOf(told, 'answered').join()).not.toContain('Not told');
	});

	test.each<[number[], string]>([
		[[30, 20, 0], 'The largest group answered “a”: at least 30 companies.'],
		[[15, 20, 25], 'The largest group answered “c”: at least 25 companies.'],
		[[25, 20, 25], 'The largest groups hold at least 25 companies each.']
	])('%j: %s', (held, says) => expect(chartIn(composed(...held), 'who-industry').says).toBe(says));

	test('names what is withheld even where nothing is left to draw', () => {
		const told = composed(null, null, 0);
		expect(chartsOf(told).map(({ id }) => id)).not.toContain('who-industry');
		expect(linesOf(told, 'answered').at(-1)).toBe(
			'Not told, because so few companies could be recognised by it: a · b.'
		);
	});

	test('counts in fives, with the day of the study', () => {
		const told = page({ study: study({ companies: 1244, responses: 2999 }) });
		expect(linesOf(told, 'answered')[0]).toMatch(
			/^At least 1,240 companies count .* at least 2,995 answered surveys.* before 1 February 2026\./
		);
	});
});
