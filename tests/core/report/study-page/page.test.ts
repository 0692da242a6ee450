// The page of a study: what it tells, what it withholds and why, and that nothing is told of few.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartBlock, Paper } from '#core/report/report.ts';
import { chartsOf, studyPage, toldOf } from '#core/report/study-page/page.ts';
import { dataOf } from '#core/report/study-page/data.ts';
import { publishedOf } from '#core/standing/published.ts';
import { cellOf, editionOf, measureOf } from '../../../support/edition.ts';
import { flagship } from '../../../support/flagship.ts';
import { toldEdition, toldSource, toldStudy } from '../../../support/told-study.ts';

const page = studyPage(toldSource());
const chart = (id: string, of: Paper<ChartBlock> = page): ChartBlock | undefined =>
	chartsOf(of).find((each) => each.id === id);
const said = (part: string, of: Paper<ChartBlock> = page): string =>
	JSON.stringify(of.parts.find(({ id }) => id === part)?.blocks ?? []);

const peopled = (n: number) => publishedOf(editionOf(flagship, [cellOf(flagship, {}, measureOf(n))]));

describe('an index among companies', () => {
	test('is drawn with its distribution, median, quartiles and tails, and told in numbers', () => {
		expect(chart('company')).toMatchObject({
			says: 'Half of the companies score between 25 and 75 in the Sales Velocity Index; the median is 50.',
			drawn: { shape: 'distribution', median: 500, quartiles: [250, 750], tails: [100, 900] }
		});
		const rows = chart('company')?.table.rows ?? [];
		expect(rows.slice(0, 5).map(([, value]) => value)).toEqual(['10', '25', '50', '75', '90']);
		expect(rows.slice(5)).toHaveLength((toldEdition().cells[0]?.measures['company']?.bins ?? []).length);
	});

	test.each([
		[19, false, false, false],
		[20, true, false, false],
		[29, true, false, false],
		[30, true, true, false],
		[49, true, true, false]
	])('of %i: told %s, bins %s, tails %s', (n, isTold, hasBins, hasTails) => {
		const one = chart('company', studyPage(toldSource({ edition: peopled(n) })));
		expect(one !== undefined).toBe(isTold);
		if (one?.drawn.shape !== 'distribution') return;
		expect([one.drawn.bins !== null, one.drawn.tails !== null]).toEqual([hasBins, hasTails]);
	});

	test('names the lowest and the highest part only where no other shares its median', () => {
		expect(chart('company-parts')?.says).toBe('All parts have the same median, 50.');
		expect(chart('areas')?.says).toContain('“Coaching by managers”, with a median of 45');
		const [coaching] = Object.values(toldStudy.areas);
		if (coaching === undefined) throw new Error('no area');
		const study = { ...toldStudy, areas: { ...toldStudy.areas, pace: coaching } };
		expect(chart('areas', studyPage(toldSource({ study })))?.says).toBe('Medians run from 45 to 70.');
	});
});

test('a group of 19 is named as withheld, and never drawn', () => {
	const drawn = chart('by-industry')?.drawn;
	expect(drawn?.shape === 'rows' && drawn.rows.map(({ label }) => label)).toEqual(['Manufacturing']);
	expect(said('groups')).toContain('Software and IT services');
});

test('who answered is rounded down, and what is withheld says why', () => {
	expect(said('answered')).toContain(
		'At least 320 companies count in this edition, with at least 455 answered surveys'
	);
	expect(said('answered')).toContain('Not told, because so few companies could be recognised by it: 51 to 200.');
});

describe('a finding', () => {
	test('is one sentence with both base rates, and its range and q', () => {
		const finding = chart('finding-qualification');
		expect(finding?.says).toBe(
			'Companies that answer “Agree” or “Strongly agree” to “We are good at telling early which opportunities deserve our time” were 58% more likely to answer “Yes” to “Did you reach your own sales target in the last full year?”: 63% against 40% of those that do not.'
		);
		expect(finding?.legend).toBe('1.58 times as likely; 95% range 1.21 to 2.06. False discovery rate q: 0.012.');
		expect(finding?.source).toContain('at least 215 companies');
	});

	test.each([
		['few-responses', 'Findings are told from 100 responses.'],
		['few-companies', '30 with the practice'],
		['few-events', '10 on each side'],
		['not-significant', 'told apart from chance'],
		['range-holds-1', 'includes “no difference”']
	] as const)('that is withheld says why: %s', (withheld, words) => {
		const findings = [{ exposure: 'walk-away', outcome: 'made-quota', withheld, told: null }];
		const of = studyPage(toldSource({ study: { ...toldStudy, findings } }));
		expect(said('findings', of)).toContain(words);
		expect(chartsOf(of).filter(({ id }) => id.startsWith('finding-'))).toEqual([]);
	});

	test('of an answer that counts the other way names the answers that mean the practice', () => {
		const instrument = {
			...flagship,
			questions: flagship.questions.map((each) => (each.id === 'qualification' ? { ...each, reverse: true } : each))
		};
		const says = chart('finding-qualification', studyPage(toldSource({ instrument })))?.says;
		expect(says).toContain('answer “Strongly disagree” or “Disagree” to');
	});
});

test('reliability is told in words and figures, and below 100 responses how many there are', () => {
	const text = said('reliability');
	expect(text).toContain('go together well.');
	expect(text).toContain('within 6 points');
	expect(text).toContain('correlation 0.21');
	expect(text).toContain('so far there are at least 60');
	expect(text).toContain('About 23% of the differences');
});

describe('while there is too little', () => {
	test.each([
		['no edition', { edition: null, study: null }],
		['an edition of 19', { edition: peopled(19), study: null }]
	])('%s: it says when it opens, and shows no figure', (_name, more) => {
		const of = studyPage(toldSource(more));
		expect(of.parts.map(({ id }) => id)).toEqual(['opens']);
		expect(chartsOf(of)).toEqual([]);
		expect(said('opens', of)).toContain('opens at 10 companies');
		expect(toldOf(toldSource(more))).toBeNull();
	});

	test('without a study the edition is told all the same', () => {
		const of = studyPage(toldSource({ study: null }));
		expect(of.parts.map(({ id }) => id)).toEqual(['companies', 'groups', 'people', 'limits', 'quote']);
	});
});

test('a demonstration says so on the cover, in the source of every chart and in the citation', () => {
	const of = studyPage(toldSource({ edition: toldEdition({ demonstration: true }) }));
	expect(of.cover.notice?.label).toBe('Demonstration');
	expect(chartsOf(of).length).toBeGreaterThan(5);
	for (const { source } of chartsOf(of)) expect(source).toMatch(/^Demonstration, invented figures\. /);
	expect(said('quote', of)).toContain('Demonstration, invented figures.');
});

test('every chart has a name of its own', () => {
	const ids = chartsOf(page).map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

describe('the data', () => {
	const told = toldOf(toldSource());
	const data = told === null ? [] : dataOf(told);

	test('hold what the charts show', () => {
		expect(data).toContainEqual(
			expect.objectContaining({ measure: 'company', group: 'all', statistic: 'median', value: 50, n: 320 })
		);
		expect(data).toContainEqual(
			expect.objectContaining({ measure: 'company', group: 'industry=manufacturing', statistic: 'median', n: 45 })
		);
		expect(data).toContainEqual(
			expect.objectContaining({ measure: 'qualification', statistic: 'relative_likelihood', value: 1.58, n: 215 })
		);
		expect(JSON.stringify(data)).not.toContain('software-it');
	});

	test('count nobody exactly: every number of members is a multiple of five', () => {
		fc.assert(
			fc.property(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 0, max: 400 }), (n, companies) => {
				const all = toldOf(toldSource({ edition: peopled(n), study: { ...toldStudy, companies } }));
				const counts = all === null ? [] : dataOf(all).map((each) => each.n ?? 0);
				expect(counts.length).toBeGreaterThan(0);
				expect(counts.filter((each) => each % 5 !== 0)).toEqual([]);
			})
		);
	});
});
