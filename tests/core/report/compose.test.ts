import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import { longDate } from '#core/report/format.ts';
import type { Block, PanelBlock, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { flagship, reportOf } from '../../support/flagship.ts';

const steady = readFileSync(join(import.meta.dirname, '../../journeys/steady-process.json'), 'utf8');
const answers = (JSON.parse(steady) as { answers: Record<string, unknown> }).answers;

const withAnswers = (changes: Record<string, unknown>, wishes: Parameters<typeof reportOf>[1] = {}): Report => {
	const changed = Object.fromEntries(
		Object.entries({ ...answers, ...changes }).filter(([, value]) => value !== undefined)
	);
	return reportOf(JSON.stringify({ answers: changed }), wishes);
};

const part = (report: Report, id: string): readonly Block[] =>
	report.parts.find((each) => each.id === id)?.blocks ?? [];
const ofKind = <K extends Block['kind']>(blocks: readonly Block[], kind: K) =>
	blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
const company = (report: Report): PanelBlock | undefined =>
	ofKind(part(report, 'summary'), 'panel').find((panel) => panel.about === 'company');

describe('a whole report', () => {
	const report = reportOf(steady);

	test('has its parts in reading order', () => {
		expect(report.parts.map(({ id }) => id)).toEqual([
			'summary',
			'executive-summary',
			'detailed-analysis',
			'personal-report',
			'method'
		]);
	});

	test('is plain data: through JSON and back it is the same', () => {
		expect(JSON.parse(JSON.stringify(report))).toEqual(report);
	});

	test('has every string final: none is empty, none holds a placeholder or a leftover', () => {
		const texts = textsOf(report);
		expect(texts.length).toBeGreaterThan(200);
		for (const text of texts) {
			expect(text.trim()).not.toBe('');
			expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
		}
	});

	test('has anchors that occur once', () => {
		const anchors = report.parts.flatMap(({ id, blocks }) => [
			id,
			...ofKind(blocks, 'heading').map((heading) => heading.id)
		]);
		expect(anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at)).toEqual([]);
	});

	test('draws the equation in its order and names the weakest term once', () => {
		const panel = company(report);
		expect(panel?.layout).toBe('equation');
		expect(panel?.figures.map(({ id }) => id)).toEqual(['number', 'value', 'win-rate', 'sales-cycle']);
		expect(panel?.figures.filter(({ mark }) => mark !== null)).toHaveLength(1);
	});

	test('says when the benchmark opens, and shows no standing', () => {
		expect(company(report)?.peers).toContain('opens at 10 companies');
		expect(report.edition).toBeNull();
	});

	test('shows five key areas or fewer, each with the answers behind it', () => {
		const cards = ofKind(part(report, 'executive-summary'), 'card');
		expect(cards.length).toBeGreaterThan(0);
		expect(cards.length).toBeLessThanOrEqual(5);
		for (const card of cards) expect(card.because.lines.length).toBeGreaterThanOrEqual(2);
	});

	test('tells a pattern in one place only', () => {
		const titles = report.parts.flatMap(({ blocks }) =>
			ofKind(blocks, 'pattern').map(({ title }) => JSON.stringify(title))
		);
		expect(titles.length).toBeGreaterThan(0);
		expect(new Set(titles).size).toBe(titles.length);
	});

	test('bears the day that was given', () => {
		expect(report.cover.byline).toContain(longDate('2026-11-22', 'en'));
	});
});

describe('what a reader gave or left out', () => {
	test('the order of the answers does not matter', () => {
		const reversed = Object.fromEntries(Object.entries(answers).reverse());
		expect(reportOf(JSON.stringify({ answers: reversed }))).toEqual(withAnswers({}));
	});

	test('a company copy says nothing of the person', () => {
		const copy = withAnswers({}, { scope: 'company' });
		expect(copy.parts.map(({ id }) => id)).not.toContain('personal-report');
		const personal = flagship.questions.filter(
			({ section }) => flagship.sections.find(({ id }) => id === section)?.about === 'personal'
		);
		const texts = textsOf(copy).join('\n');
		expect(personal).toHaveLength(15);
		expect(textsOf(reportOf(steady)).join('\n')).toContain(plain(personal[0]?.text ?? []));
		for (const question of personal) expect(texts).not.toContain(plain(question.text));
		expect(texts).not.toContain('Personal Index');
	});

	test('somebody who carries no deals gets a report that looks complete without the personal part', () => {
		const report = withAnswers({ role: 'marketing', 'carries-deals': undefined });
		expect(report.parts.map(({ id }) => id)).toEqual(['summary', 'executive-summary', 'detailed-analysis', 'method']);
		expect(ofKind(part(report, 'summary'), 'panel')).toHaveLength(1);
	});

	test('without the four numbers there is no equation in money, and the line says what 10% means', () => {
		const report = withAnswers({ 'cycle-days': undefined });
		expect(ofKind(part(report, 'executive-summary'), 'velocity')).toEqual([]);
		expect(textsOf(report).some((text) => text.includes('47.9%'))).toBe(true);
	});

	test('with them, velocity and what ten per cent is worth are worked out exactly', () => {
		const report = withAnswers({
			'open-opportunities': 40,
			'average-deal-value': 50000,
			'win-rate-percent': 25,
			'cycle-days': 90,
			currency: 'eur'
		});
		const [velocity] = ofKind(part(report, 'executive-summary'), 'velocity');
		expect(velocity?.result).toContain('EUR\u00a05,556');
		expect(velocity?.table.rows.map((row) => row[2])).toEqual(['+10.0%', '+10.0%', '+10.0%', '+11.1%', '+47.9%']);
	});

	test('what was answered "don’t know" is gathered, and not told among the answers', () => {
		const blocks = part(withAnswers({ qualification: 'ns' }), 'detailed-analysis');
		const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === 'worth-finding-out-company');
		const places = blocks.flatMap((block, place) =>
			block.kind === 'answer' && block.question === 'qualification' ? [place] : []
		);
		expect(at).toBeGreaterThan(0);
		expect(places).toHaveLength(1);
		expect(places[0]).toBeGreaterThan(at);
	});

	test('a term without a score says why, and the company has none either', () => {
		const numbers = flagship.questions.filter(({ feeds }) => (feeds['number'] ?? 0) > 0);
		const panel = company(withAnswers(Object.fromEntries(numbers.map(({ id }) => [id, undefined]))));
		const number = panel?.figures.find(({ id }) => id === 'number');
		expect(number).toMatchObject({ shown: null, tenths: null, band: null });
		expect(number?.because).toBe('Fewer than three of its questions were answered.');
		expect(panel?.total.shown).toBeNull();
		expect(panel?.total.because).toContain('has no score');
	});

	test('nothing answered at all is still a report', () => {
		const report = reportOf('{ "answers": {} }');
		expect(report.parts.length).toBeGreaterThanOrEqual(4);
		expect(company(report)?.total.shown).toBeNull();
	});
});

describe('what a participant typed', () => {
	test.each([
		'<img src=x onerror=alert(1)>',
		'{{index.value}}',
		'[x](javascript:alert(1))',
		'**bold** & "quoted"',
		'Łódź ≥ 漢字'
	])('%s stays text, to the letter', (name) => {
		const report = withAnswers({ 'company-name': name });
		expect(report.cover.subtitle).toContain(name);
		expect(JSON.stringify(report)).not.toContain('"href":"javascript');
	});
});

test('any valid answers compose, whatever is left out', () => {
	const one = fc.record(
		Object.fromEntries(
			flagship.questions
				.filter(({ options }) => options.length > 0)
				.map((question) => {
					const ids = question.options.map(({ id }) => id);
					const spoken = [...(question.unsure ? ['ns'] : []), ...(question.notApplicable ? ['na'] : [])];
					const single = fc.constantFrom(...ids, ...spoken);
					const exclusive = new Set(question.options.filter((option) => option.exclusive).map(({ id }) => id));
					const several = fc.subarray(
						ids.filter((id) => !exclusive.has(id)),
						{ minLength: 1 }
					);
					return [question.id, question.type === 'choices' ? several : single] as const;
				})
		),
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(one, (given) => {
			const report = reportOf(JSON.stringify({ answers: given }));
			for (const text of textsOf(report)) {
				expect(text).not.toMatch(/\{\{|undefined|NaN/);
				expect(text.trim()).not.toBe('');
			}
		}),
		{ numRuns: 60 }
	);
});
