// A company report for one, few and several respondents: what it says of them, and what it keeps to itself.
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { home, says } from '../../support/briefs.ts';
import { companyReportOn } from '../../support/company-reports.ts';
import { flagship } from '../../support/flagship.ts';
import { peopleOf } from '../brief/simulated.ts';

const saidIn = (report: Report, id: string): string =>
	textsOf({
		...report,
		cover: { title: '', subtitle: '', byline: '', notice: null },
		parts: report.parts.filter((part) => part.id === id)
	}).join('\n');

const of = (kind: Parameters<typeof peopleOf>[0], isAnonymous = false): Report =>
	companyReportOn(peopleOf(kind), { instrument: flagship, isAnonymous });

const group = (role: string, all: string, n: number, apart: Readonly<Record<string, string>> = {}) =>
	Array.from({ length: n }, (_, at) => says(`${role}${at}`, role, all, apart));

describe('the report', () => {
	test.each(['one', 'few', 'several', 'anonymous', 'many'] as const)(
		'on %s is the same to the byte each time',
		(kind) => {
			expect(JSON.stringify(of(kind, kind === 'many'))).toBe(JSON.stringify(of(kind, kind === 'many')));
		}
	);

	test('says how many answered, for whom', () => {
		expect(of('one').cover.byline).toBe('As answered by one person on 22 November 2026');
		expect(of('few').cover.byline).toContain('3 people');
		expect(of('several').cover).toMatchObject({ subtitle: 'Report for Northwind' });
		expect(saidIn(of('one'), 'voices')).toContain('One voice');
		expect(saidIn(of('few'), 'voices')).toContain('Few voices: 3 people');
		expect(saidIn(of('several'), 'voices')).toContain('Several voices: 8 people');
	});

	test('has no personal part, and no question of one', () => {
		const report = of('several');
		expect(report.scope).toBe('company');
		expect(report.parts.map(({ id }) => id)).toEqual([
			'summary',
			'executive-summary',
			'voices',
			'detailed-analysis',
			'method'
		]);
		const personal = new Set(flagship.sections.filter(({ about }) => about === 'personal').map(({ id }) => id));
		const texts = textsOf(report).join('\n');
		const asked = flagship.questions.filter(({ section }) => personal.has(section)).map(({ text }) => plain(text));
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.filter((each) => texts.includes(each))).toEqual([]);
	});

	test('never speaks to the role that most of them have', () => {
		const flat = { keep: [], change: [], stop: [], unsure: [], ask: [] };
		const say = (text: string) => [{ kind: 'paragraph', inline: [{ kind: 'text', text }] }] as const;
		const text = (said: string, when: object | null) =>
			({ when, heading: [], body: say(said), placeholders: [] }) as never;
		const toSellers = text('You sell.', { kind: 'is', question: 'role', options: ['seller'] });
		const instrument = {
			...home,
			questions: home.questions.map((each) =>
				each.id === 'care-1' ? { ...each, texts: { ...flat, stop: [toSellers, text('To everybody.', null)] } } : each
			)
		};
		const texts = textsOf(companyReportOn(group('seller', '1', 4), { instrument }));
		expect(texts).toContain('To everybody.');
		expect(texts).not.toContain('You sell.');
	});
});

describe('where roles differ', () => {
	const apart = [...group('boss', '4', 3, { 'care-1': '5' }), ...group('seller', '4', 5, { 'care-1': '1' })];

	test('is told with both means and how far they lie apart', () => {
		const part = companyReportOn(apart).parts.find(({ id }) => id === 'voices');
		const dots = part?.blocks.find((block) => block.kind === 'dots');
		expect(dots?.kind === 'dots' ? dots.rows.map(({ dots: marks }) => marks) : []).toEqual([
			[
				{ label: 'Managers', tenths: 1000, shown: '100' },
				{ label: 'Sellers', tenths: 0, shown: '0' }
			]
		]);
		expect(dots?.kind === 'dots' ? dots.rows[0]?.note : '').toContain('100 points apart, large');
	});

	test('is told of nobody where anonymity asks for five of each', () => {
		const texts = JSON.stringify(companyReportOn(apart, { isAnonymous: true }));
		expect(texts).not.toMatch(/Managers|Sellers|managers|sellers/);
		expect(texts).toContain('No two groups are large enough');
		expect(texts).not.toContain('"dots"');
	});

	test.each([
		[2, 6],
		[6, 2],
		[1, 3]
	])('is told of neither of %i and %i, since one would give the other away', (managers, sellers) => {
		const report = companyReportOn([...group('boss', '5', managers), ...group('seller', '1', sellers)]);
		expect(JSON.stringify(report)).not.toMatch(/Managers|Sellers|managers|sellers/);
	});
});

describe('answers', () => {
	const given = (report: Report): readonly string[] =>
		report.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'answer' ? [block.given] : [])));

	test('say how many gave which, from three on', () => {
		const three = [...group('seller', '4', 2), says('x', 'seller', '2')];
		expect(given(companyReportOn(three))[0]).toMatch(/^All together: .+ \(.+ 1 and .+ 2\)$/);
		expect(given(companyReportOn(three.slice(1)))[0]).not.toContain('(');
		expect(given(companyReportOn(three, { isAnonymous: true }))[0]).not.toContain('(');
	});

	test('of one person are that person’s', () => {
		expect(given(companyReportOn(group('seller', '4', 1)))[0]).toMatch(/^The answer: /);
	});
});
