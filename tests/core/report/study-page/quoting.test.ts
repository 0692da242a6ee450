// The page of a study around its figures: its cover, when it opens, what it cannot show, and how it is quoted.
import { describe, expect, test } from 'vitest';
import { chartsOf, toldOf } from '#core/report/study-page/page.ts';
import { chartIn, edition, finding, linesOf, measured, page, source, study } from './small.ts';

const address = 'https://firm.test/small/benchmark';
const everything = {
	edition: edition(
		{ company: measured(61), value: measured(60), number: measured(59), me: measured(33) },
		{ 'industry=a': { company: measured(24) }, 'role=seller': { me: measured(22) } }
	),
	study: study({
		composition: [{ question: 'industry', options: [{ option: 'a', companies: 30 }] }],
		areas: { worth: { n: 60, median: 500, quartiles: [400, 600] } },
		findings: [finding('v1')]
	})
};
const invented = { ...everything, edition: { ...everything.edition, demonstration: true } };

describe('the cover', () => {
	test('says as of when, of how many and of which version', () => {
		const { cover } = page();
		expect(cover).toEqual({
			title: 'Small survey: what the benchmark says',
			subtitle: '',
			byline: 'Edition of 1 March 2026: at least 60 companies, version 1.0.0',
			notice: null
		});
	});

	test.each([
		['the study, where there is one', { study: study({ companies: 1019 }) }, 'at least 1,015 companies'],
		['else the index of all', { study: null }, 'at least 60 companies'],
		['else people', { study: null, edition: edition({ me: measured(33) }) }, 'at least 30 people'],
		[
			'people, where companies are too few',
			{ study: study({ companies: 4 }), edition: edition({ me: measured(33) }) },
			'at least 30 people'
		]
	])('counts by %s', (_, more, who) => {
		expect(page(more).cover.byline).toContain(`: ${who}, version`);
		expect(linesOf(page(more), 'quote')[1]).toContain(`, ${who}. ${address}`);
	});
});

describe('quoting', () => {
	const of = (more: Parameters<typeof page>[0] = {}) => page(more).parts.find(({ id }) => id === 'quote')?.blocks ?? [];

	test('names firm, survey, version, edition, day, number and address', () => {
		expect(linesOf(page(), 'quote')[1]).toBe(
			`A firm, Small survey, version 1.0.0: edition small-7 of 1 March 2026, at least 60 companies. ${address}`
		);
	});

	test('of a demonstration begins with that, and counts nobody', () => {
		expect(linesOf(page(invented), 'quote')[1]).toBe(
			`Demonstration, invented figures. A firm, Small survey, version 1.0.0: edition small-7 of 1 March 2026. ${address}`
		);
	});

	test('links the table of all figures beside the page', () => {
		expect(JSON.stringify(of())).toContain(`"href":"${address}/data.csv"`);
	});

	test('says who decides on the terms', () => {
		expect(linesOf(page({ firm: 'Another firm' }), 'quote').at(-1)).toContain('published by Another firm, who decides');
	});
});

test('what the figures cannot show stands on every page that tells some, in four sentences of its own', () => {
	for (const more of [{}, everything, { study: null }]) {
		const lines = linesOf(page(more), 'limits');
		expect(lines).toHaveLength(4);
		expect(lines.join('\n')).toMatch(/no sample of all companies[^]*need not be cause and effect[^]*subtraction/);
	}
});

describe('a demonstration', () => {
	const told = page(invented);

	test('says so on the cover, and under every chart before anything else', () => {
		expect(told.cover.notice?.label).toBe('Demonstration');
		expect(
			chartsOf(told)
				.map(({ id }) => id)
				.sort()
		).toEqual(
			[
				'areas',
				'by-industry',
				'company',
				'company-parts',
				'finding-v1',
				'me',
				'number',
				'people-by-role',
				'value',
				'who-industry'
			].sort()
		);
		for (const { source: line } of chartsOf(told)) expect(line).toMatch(/^Demonstration, invented figures\. A firm,/);
	});

	test('changes no figure: the same charts but for their source', () => {
		const bare = (of: typeof told) => chartsOf(of).map(({ source: _, ...chart }) => chart);
		expect(bare(told)).toEqual(bare(page(everything)));
	});

	test('is nothing that a real edition says', () => {
		expect(JSON.stringify(page(everything))).not.toMatch(/[Dd]emonstration|invented/);
	});
});

describe('while nothing can be told', () => {
	const empty = edition({}, {}, { cells: [] });
	const opening = (more: Parameters<typeof page>[0]) => linesOf(page(more), 'opens');

	test.each([
		[0, false],
		[4, false],
		[5, 'So far at least 5 companies count.'],
		[9, 'So far at least 5 companies count.'],
		[19, 'So far at least 15 companies count.']
	])('%i companies: so far %s', (companies, said) => {
		const [line] = opening({ edition: null, study: study({ companies }) });
		if (said === false) expect(line).toMatch(/^The benchmark opens at 10 companies/);
		else expect(line).toBe(said);
	});

	test('an edition without groups is as good as none, and a page of it has no figures to download', () => {
		for (const none of [empty, null]) {
			const told = page({ edition: none, study: null });
			expect(told.parts.map(({ id }) => id)).toEqual(['opens']);
			expect(told.cover.byline).toBe('Not open yet');
			expect(toldOf(source({ edition: none }))).toBeNull();
		}
	});

	test('it says how long the survey takes', () => {
		expect(opening({ edition: null }).at(-1)).toContain('about 7 minutes');
	});

	test('a demonstration is labelled all the same', () => {
		expect(page({ edition: { ...empty, demonstration: true } }).cover.notice?.label).toBe('Demonstration');
	});
});

test('parts stand in one order, and those with nothing to say are left out', () => {
	const ids = (more: Parameters<typeof page>[0]) => page(more).parts.map(({ id }) => id);
	expect(ids(everything)).toEqual([
		'companies',
		'groups',
		'areas',
		'findings',
		'people',
		'answered',
		'limits',
		'quote'
	]);
	expect(ids({})).toEqual(['companies', 'answered', 'limits', 'quote']);
	expect(ids({ study: null, edition: edition({ me: measured(30) }) })).toEqual(['people', 'limits', 'quote']);
	expect(chartIn(page(everything), 'me').title).toBe('me among people');
});
