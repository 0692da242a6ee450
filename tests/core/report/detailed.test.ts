// The detailed part: sections that open with how they stand, contradictions told beside the second answer, own words quoted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Block, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { flagship, reportOf } from '../../support/flagship.ts';

const steady = (
	JSON.parse(readFileSync(join(import.meta.dirname, '../../journeys/steady-process.json'), 'utf8')) as {
		answers: Record<string, unknown>;
	}
).answers;

const withAnswers = (changes: Record<string, unknown>, wishes: Parameters<typeof reportOf>[1] = {}): Report =>
	reportOf(JSON.stringify({ answers: { ...steady, ...changes } }), wishes);

const part = (report: Report, id: string): readonly Block[] =>
	report.parts.find((each) => each.id === id)?.blocks ?? [];

const textOf = (id: string): string => plain(flagship.questions.find((each) => each.id === id)?.text ?? []);

describe('a section', () => {
	test.each(['detailed-analysis', 'personal-report'])('of the part %s opens with a sentence of its own', (id) => {
		const blocks = part(withAnswers({}), id);
		const places = blocks.flatMap((block, at) =>
			block.kind === 'heading' && block.id.startsWith('section-') ? [at] : []
		);
		expect(places.length).toBeGreaterThan(2);
		for (const at of places) expect(blocks[at + 1]).toMatchObject({ kind: 'prose', style: 'plain' });
	});
});

describe('two opposite statements', () => {
	const pair = (one: string, other: string): readonly Block[] =>
		part(withAnswers({ 'stale-deals': one, 'pipeline-accurate': other }), 'detailed-analysis');
	const beside = (blocks: readonly Block[], question: string): Block | undefined =>
		blocks[blocks.findIndex((block) => block.kind === 'answer' && block.question === question) + 1];
	const isTold = (block: Block | undefined): boolean =>
		block?.kind === 'pattern' && block.label === 'Two answers to compare';

	test('that were both affirmed are told beside the second, with both answers, as a matter of definition', () => {
		const blocks = pair('agree', 'strongly-agree');
		const told = beside(blocks, 'pipeline-accurate');
		expect(isTold(told)).toBe(true);
		const text = told?.kind === 'pattern' ? JSON.stringify(told.prose) : '';
		expect(text).toContain('“Strongly agree” here and “Agree”');
		expect(text).toContain(textOf('stale-deals'));
		expect(text).toContain('definition');
		expect(isTold(beside(blocks, 'stale-deals'))).toBe(false);
	});

	test.each([
		['agree', 'agree', true],
		['disagree', 'strongly-disagree', true],
		['agree', 'disagree', false],
		['neither', 'strongly-agree', false],
		['agree', 'ns', false]
	])('answered %s and %s: %s', (one, other, expected) => {
		expect(pair(one, other).some(isTold)).toBe(expected);
	});

	test('say so in other words the second time', () => {
		const report = withAnswers({
			'stale-deals': 'agree',
			'pipeline-accurate': 'agree',
			'deal-value': 'agree',
			'discount-to-close': 'agree'
		});
		const titles = part(report, 'detailed-analysis').flatMap((block) => (isTold(block) ? [JSON.stringify(block)] : []));
		expect(titles).toHaveLength(2);
		const [first = '', second = ''] = titles;
		expect(/"title":\[[^\]]*\]/.exec(first)?.[0]).not.toBe(/"title":\[[^\]]*\]/.exec(second)?.[0]);
	});

	test('accuse nobody', () => {
		const texts = textsOf(withAnswers({ 'stale-deals': 'agree', 'pipeline-accurate': 'agree' })).join('\n');
		expect(texts).not.toMatch(/contradict|inconsisten|careless|mistake in your/i);
	});
});

describe('what the reader wrote', () => {
	const words = 'Fewer reports.\n\n  And  one *price* list, {{name}}.  ';
	const quotes = (report: Report) =>
		part(report, 'detailed-analysis').flatMap((block) =>
			block.kind === 'prose' ? block.prose.flatMap((each) => (each.kind === 'quote' ? [each.blocks] : [])) : []
		);
	const lines = (report: Report) =>
		quotes(report).map((blocks) => blocks.map((each) => (each.kind === 'paragraph' ? plain(each.inline) : '')));

	test('is quoted to the letter, a paragraph for each line, and stays text', () => {
		const report = withAnswers({ 'one-thing': words });
		expect(lines(report)).toEqual([['Fewer reports.', 'And  one *price* list, {{name}}.']]);
		expect(textsOf(report)).toContain(`Asked “${textOf('one-thing')}”, you wrote:`);
	});

	test('stands in the section of what matters most', () => {
		const blocks = part(withAnswers({ 'one-thing': words }), 'detailed-analysis');
		const at = blocks.findIndex((block) => block.kind === 'prose' && block.prose.some(({ kind }) => kind === 'quote'));
		const heading = blocks.slice(0, at).findLast((block) => block.kind === 'heading');
		expect(heading).toMatchObject({ id: 'section-importance' });
	});

	test('is in a copy for the company, since it is about the company', () => {
		expect(quotes(withAnswers({ 'one-thing': words }, { scope: 'company' }))).toHaveLength(1);
	});

	test('is there although no row was rated', () => {
		const rows = flagship.questions.filter(({ importanceOf }) => importanceOf.length > 0);
		const unrated: Record<string, unknown> = Object.fromEntries(rows.map(({ id }) => [id, undefined]));
		const report = withAnswers({ ...unrated, 'one-thing': words });
		expect(quotes(report)).toHaveLength(1);
		expect(textsOf(report).filter((text) => text === 'What matters most now')).toHaveLength(1);
	});

	test('goes before the sections where nothing asks for importance', () => {
		const without: Instrument = {
			...flagship,
			sections: flagship.sections.map((each) => (each.id === 'importance' ? { ...each, about: 'context' } : each))
		};
		const report = withAnswers({ 'one-thing': words }, { instrument: without });
		expect(part(report, 'detailed-analysis')[1]).toMatchObject({ kind: 'prose' });
		expect(quotes(report)).toHaveLength(1);
	});

	test.each([[undefined], [''], ['  \n ']])('is not there if it is %j', (typed) => {
		expect(quotes(withAnswers({ 'one-thing': typed }))).toEqual([]);
	});

	test('is not quoted unless the content asks for it', () => {
		const quiet = { ...flagship, questions: flagship.questions.map((each) => ({ ...each, quote: false })) };
		expect(quotes(withAnswers({ 'one-thing': words }, { instrument: quiet }))).toEqual([]);
	});

	test('to a question about the person is never quoted', () => {
		const personal = flagship.sections.find(({ about }) => about === 'personal')?.id ?? '';
		const moved = {
			...flagship,
			questions: flagship.questions.map((each) => (each.id === 'one-thing' ? { ...each, section: personal } : each))
		};
		expect(quotes(withAnswers({ 'one-thing': words }, { instrument: moved }))).toEqual([]);
	});
});

describe('the ratings', () => {
	const rows = flagship.questions.filter(({ importanceOf }) => importanceOf.length > 0);
	const opening = (ratings: readonly (string | undefined)[]): string => {
		const report = withAnswers(Object.fromEntries(rows.map(({ id }, at) => [id, ratings[at]])));
		const blocks = part(report, 'detailed-analysis');
		const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === 'section-importance');
		const next = blocks[at + 1];
		return next?.kind === 'prose' ? JSON.stringify(next.prose) : '';
	};
	const row = (at: number): string => plain(rows[at]?.text ?? []);

	test('are led by what was rated highest', () => {
		const said = opening(['hardly', 'essential', 'a-lot', 'essential', 'hardly']);
		expect(said).toContain(`“${row(1)}” and “${row(3)}”`);
		expect(said).not.toContain(row(2));
	});

	test('that are all the same say so', () => {
		expect(opening(['a-lot', 'a-lot', 'a-lot', 'a-lot', 'a-lot'])).toContain('each of the five');
	});

	test('of one row only make no comparison', () => {
		expect(opening(['a-lot'])).toContain('You rated one of these fields');
	});
});

describe('the reason of a key area', () => {
	const because = (report: Report) =>
		part(report, 'executive-summary').flatMap((block) => (block.kind === 'card' ? [block] : []));
	const steps = (lines: readonly string[]) => lines.filter((line) => line.includes('One step up here'));

	test('says for one answer of an area to change or stop what a step would do, and for none to keep', () => {
		const cards = because(withAnswers({}));
		expect(cards.some(({ verdict }) => verdict !== 'keep')).toBe(true);
		for (const {
			verdict,
			because: { lines }
		} of cards)
			expect(steps(lines)).toHaveLength(verdict === 'keep' ? 0 : 1);
	});

	test('starts from the index that the report shows, with one decimal', () => {
		const report = withAnswers({});
		const panel = report.parts.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'panel');
		const tenths = panel?.kind === 'panel' ? (panel.total.tenths ?? 0) : 0;
		for (const {
			because: { lines }
		} of because(report))
			for (const line of steps(lines))
				expect(line).toContain(`Sales Velocity Index from ${(tenths / 10).toFixed(1)} to `);
	});

	test('speaks of one more where choices are counted', () => {
		const lines = because(
			withAnswers({
				'prospecting-importance': 'essential',
				'prospecting-time': 'ns',
				'enough-opportunities': 'ns',
				'pipeline-sources': ['referrals']
			})
		).flatMap((card) => card.because.lines);
		expect(lines.filter((line) => line.includes('One more here'))).toEqual([
			expect.stringContaining(textOf('pipeline-sources'))
		]);
	});
});
