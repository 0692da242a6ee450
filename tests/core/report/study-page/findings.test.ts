// Practices and outcomes on the page of a study: the sentence that is quoted, how it is drawn, and why others are not told.
import { describe, expect, test } from 'vitest';
import type { StudyFinding } from '#core/study/study.ts';
import { studied } from '../../../support/studied.ts';
import { chartIn, finding, linesOf, page, rowsOf, study, withheld } from './small.ts';

const told = (findings: readonly StudyFinding[], instrument = studied) =>
	page({ instrument, study: study({ findings }) });
const one = (more: Parameters<typeof finding>[1] = {}, instrument = studied) =>
	chartIn(told([finding('v1', more)], instrument), 'finding-v1');

const [AMONG, NONE] = ['These are the ones that hold up.', 'None of them can be told yet.'];

describe('what is said before and behind', () => {
	test.each<[string, StudyFinding[], string, number]>([
		['one told', [finding('v1')], AMONG, 2],
		['one told of two', [finding('v1'), withheld('v2', 'few-events')], AMONG, 5],
		['nothing told', [withheld('v1', 'few-events'), withheld('v2', 'few-events')], NONE, 5]
	])('%s', (_, findings, lead, many) => {
		const lines = linesOf(told(findings), 'findings');
		expect(lines).toHaveLength(many);
		expect(lines[0]).toContain(lead);
		expect(lines.at(-1)).toMatch(/^A company has a practice if .* 75 or more, and does not have it at 50 or less;/);
	});

	test('where nothing is tested there is no such part, nor without a study', () => {
		expect(told([]).parts.map(({ id }) => id)).not.toContain('findings');
		expect(page({ study: null }).parts.map(({ id }) => id)).not.toContain('findings');
	});
});

describe('those that are withheld', () => {
	test('stand under their reason, each reason once, in an order of its own, with how many were tested in all', () => {
		const lines = linesOf(
			told([
				withheld('n3', 'range-holds-1'),
				withheld('n1', 'few-companies'),
				finding('v1'),
				withheld('n2', 'not-significant'),
				withheld('v2', 'few-companies')
			]),
			'findings'
		);
		expect(lines.slice(1, -1)).toEqual([
			'Tested and not told',
			'Of 5 practices, these say nothing yet. That is no proof that they make no difference.',
			'Too few companies: it takes 30 with the practice and 30 without it. “n1” “v2”',
			'The difference cannot be told apart from chance. “n2”',
			'The 95% range includes “no difference”. “n3”'
		]);
	});

	test.each([
		['few-responses', 'Findings are told from 100 responses.'],
		['few-companies', 'Too few companies: it takes 30 with the practice and 30 without it.'],
		['few-events', 'Too few companies reached the outcome: it takes 10 on each side.'],
		['not-significant', 'The difference cannot be told apart from chance.'],
		['range-holds-1', 'The 95% range includes “no difference”.']
	] as const)('%s: nothing of it is drawn or put into figures', (because, reason) => {
		const of = told([withheld('v1', because)]);
		expect(linesOf(of, 'findings')).toContain(`${reason} “v1”`);
		expect(of.parts.find(({ id }) => id === 'findings')?.blocks.filter(({ kind }) => kind === 'chart')).toEqual([]);
	});

	test('an exposure that the instrument no longer asks for keeps its id', () => {
		expect(linesOf(told([withheld('gone', 'few-events')]), 'findings').join()).toMatch(/on each side\. gone/);
	});
});

describe('a finding that is told', () => {
	test.each<[Parameters<typeof finding>[1], string]>([
		[{}, 'were 50% more likely to answer “yes” to “reached”: 60% against 40% of those that do not.'],
		[{ morePercent: -33 }, 'were 33% less likely to answer “yes” to “reached”: 60% against 40% of those that do not.'],
		[{ morePercent: 1250 }, 'were 1,250% more likely to answer']
	])('%j', (more, words) => {
		expect(one(more).says).toContain(`Companies that answer “4” or “5” to “v1” ${words}`);
	});

	test('names each answer that counts as the outcome, and for a question asked the other way the low ones', () => {
		const outcome = { question: 'reached', yes: ['yes', 'none'], no: ['no'] };
		expect(one({}, { ...studied, outcome }).says).toContain('to answer “yes” or “none” to “reached”');
		const questions = studied.questions.map((each) => (each.id === 'v1' ? { ...each, reverse: true } : each));
		expect(one({}, { ...studied, questions }).says).toMatch(/^Companies that answer “1” or “2” to “v1”/);
	});

	test('does not end a question in the middle of a sentence', () => {
		const text = [{ kind: 'text' as const, text: 'We say what we do.' }];
		const questions = studied.questions.map((each) => (each.id === 'v1' ? { ...each, text } : each));
		const chart = one({}, { ...studied, questions });
		expect(chart.says).toContain('to “We say what we do” were');
		expect(chart.table.caption).toBe('“We say what we do.”');
	});

	test('is drawn as both shares of a hundred companies, the comparison quiet', () => {
		const chart = one();
		expect(rowsOf(chart)).toEqual([
			{
				label: 'With the practice: at least 60 companies',
				shown: '60%',
				mark: { kind: 'bar', length: 600, isQuiet: false }
			},
			{ label: 'Without it: at least 55 companies', shown: '40%', mark: { kind: 'bar', length: 400, isQuiet: true } }
		]);
		expect(chart.ticks).toEqual([
			{ at: 0, label: '0%' },
			{ at: 500, label: '50%' },
			{ at: 1000, label: '100%' }
		]);
		expect(chart.table.rows).toEqual(rowsOf(chart).map(({ label, shown }) => [label, shown]));
	});

	test('is about both sides together, as of the day of the study', () => {
		// 64 and 59 are 123: neither 60 + 55 nor 124.
		expect(one().source).toBe('A firm, Tiny, edition small-7 of 1 February 2026, at least 120 companies');
	});

	test.each([
		[0.0204, '0.020'],
		[0.05, '0.050'],
		[0.001, '0.001'],
		[0.0009, 'under 0.001'],
		[0, 'under 0.001']
	])('with q %f says %s', (q, said) => {
		expect(one({ q, high: 1.874 }).legend).toBe(
			`1.50 times as likely; 95% range 1.20 to 1.87. False discovery rate q: ${said}.`
		);
	});

	test('is written as the reader’s locale writes numbers', () => {
		const german = page({ locale: 'de', study: study({ findings: [finding('v1', { low: 1.25 })] }) });
		expect(chartIn(german, 'finding-v1').legend).toMatch(/^1,50 times as likely; 95% range 1,25 to/);
	});
});
