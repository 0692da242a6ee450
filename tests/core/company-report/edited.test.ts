// Edits of a company report: where they apply, when they wait, what they may hold, and what they can never reach.
import { describe, expect, test } from 'vitest';
import { edited, readText, type Edits, type Own } from '#core/company-report/edited.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import { ofProse } from '#core/report/markdown.ts';
import { readWritten } from '#core/instrument/written.ts';
import type { Block, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { wordsFor } from '#lib/words.ts';
import { companyReportOn } from '../../support/company-reports.ts';
import { flagship } from '../../support/flagship.ts';
import { peopleOf } from '../brief/simulated.ts';

const words = wordsFor('en');
const nobody: Own = { introduction: '', recommendations: '', author: '' };
const original = companyReportOn(peopleOf('several'), { instrument: flagship });
const { texts } = edited(original, {}, nobody, words);
const by = { by: 'ada', at: '2026-11-22T10:00:00.000Z' };

const textAt = (place: RegExp) => {
	const found = texts.find((each) => place.test(each.place));
	if (found === undefined) throw new Error(`no text at ${place.source}`);
	return found;
};

const withEdit = (place: RegExp, text: string, was?: string) => {
	const found = textAt(place);
	const edits: Edits = { [found.place]: { was: was ?? found.was, text, ...by } };
	return { found, ...edited(original, edits, nobody, words) };
};

const blocksOf = (report: Report): readonly Block[] => report.parts.flatMap(({ blocks }) => blocks);

test('without edits the report is the original', () => {
	expect(edited(original, {}, nobody, words).report).toEqual(original);
});

test('each place is named once, and every text reads back as what it was', () => {
	expect(new Set(texts.map(({ place }) => place)).size).toBe(texts.length);
	expect(texts.length).toBeGreaterThan(30);
	const every: Edits = Object.fromEntries(texts.map(({ place, was, original: text }) => [place, { was, text, ...by }]));
	const again = edited(original, every, nobody, words).report;
	const told = words('company_report_method_edited');
	expect(textsOf(again).filter((text) => text !== told)).toEqual(textsOf(original));
});

test('all the prose of the content comes back from its Markdown', () => {
	const all = [
		...flagship.questions.flatMap(({ texts: { keep, change, stop, unsure } }) => [
			...keep,
			...change,
			...stop,
			...unsure
		]),
		...flagship.areas.flatMap(({ texts: { keep, change, stop } }) => [...keep, ...change, ...stop])
	].filter(({ placeholders }) => placeholders.length === 0);
	expect(all.length).toBeGreaterThan(100);
	for (const { body } of all) expect(readWritten(ofProse(body))).toEqual({ ok: true, value: body });
});

test.each([
	'A *star*, a _line_, [brackets], `ticks`, \\ and a < b & c > d',
	'# no heading',
	'- no list',
	'1. no list',
	'> no quote',
	'&amp; stays',
	'***'
])('a text that looks like Markdown comes back as it was: %s', (text) => {
	const prose = [{ kind: 'paragraph', inline: [{ kind: 'text', text }] }] as const;
	expect(readWritten(ofProse(prose))).toEqual({ ok: true, value: prose });
});

describe('an edit', () => {
	test('stands in place of the original, with the word of it in the method', () => {
		const { report, found } = withEdit(/^answer /, '### Mine\n\nIn **my** words.');
		expect(textsOf(report)).toContain('In my words.');
		expect(textsOf(report)).toContain(words('company_report_method_edited'));
		expect(found.original).not.toContain('In **my** words.');
	});

	test('of the headline changes it wherever it stands', () => {
		const { report } = withEdit(/^headline$/, 'Speed is what you lack.');
		expect(textsOf(report).filter((text) => text === 'Speed is what you lack.')).toHaveLength(2);
	});

	test('of a move changes it in the summary too', () => {
		const { report } = withEdit(/^move [^:]+$/, '### Call them\n\nOn Monday.');
		expect(textsOf(report).filter((text) => text === 'Call them')).toHaveLength(2);
	});

	test('that is empty leaves the text out, and nothing else', () => {
		const { report } = withEdit(/^answer /, '');
		const counted = (of: Report) => blocksOf(of).filter(({ kind }) => kind === 'answer').length;
		expect(counted(report)).toBe(counted(original));
		expect(textsOf(report).length).toBeLessThan(textsOf(original).length);
		const left = withEdit(/^move [^:]+$/, '').report;
		const moves = (of: Report) => blocksOf(of).flatMap((block) => (block.kind === 'moves' ? block.items : []));
		expect(moves(left).length).toBe(moves(original).length - 1);
	});

	test('waits where the original has changed since', () => {
		const { report, texts: now, found } = withEdit(/^headline$/, 'Old news.', hashOf('another'));
		expect(textsOf(report)).not.toContain('Old news.');
		expect(now.find(({ place }) => place === found.place)?.edit?.state).toBe('stale');
	});

	test('of a text that is gone is told as lost', () => {
		const edits: Edits = { 'answer gone': { was: '', text: 'Words.', ...by } };
		const { report, lost } = edited(original, edits, nobody, words);
		expect(Object.keys(lost)).toEqual(['answer gone']);
		expect(report).toEqual(original);
	});

	test('never changes a figure, a chart or a verdict', () => {
		const every: Edits = Object.fromEntries(texts.map(({ place, was }) => [place, { was, text: 'X', ...by }]));
		const { report } = edited(original, every, nobody, words);
		const figures = (of: Report) =>
			blocksOf(of).flatMap((block): unknown[] => {
				if (block.kind === 'panel') return [{ ...block, headline: [] }];
				if (block.kind === 'card') return [[block.verdict, block.title, block.because]];
				if (block.kind === 'answer') return [[block.verdict, block.given, block.asked]];
				return ['table', 'velocity', 'dots'].includes(block.kind) ? [block] : [];
			});
		expect(figures(report)).toEqual(figures(original));
		const part = (of: Report, id: string) => of.parts.find((each) => each.id === id);
		expect(part(report, 'voices')).toEqual(part(original, 'voices'));
	});
});

describe('what is written', () => {
	test.each([
		['<script>alert(1)</script>', 'raw HTML'],
		['Look: <img src=x onerror=alert(1)>', 'raw HTML'],
		['![picture](https://a.example/x.png)', 'an image'],
		['[go](javascript:alert(1))', 'a link to "javascript:alert(1)"'],
		['[go](data:text/html,x)', 'a link to "data:text/html,x"'],
		['# Title', 'a heading of level 1'],
		['{{company}}', 'a brace'],
		['a\u0000b', 'one that cannot be shown']
	])('%s is refused', (markdown, found) => {
		const read = readText('prose', markdown);
		expect(read.ok ? [] : read.problems.map((each) => each.found)).toContain(found);
	});

	test('as one line is one paragraph', () => {
		expect(readText('line', 'One.\n\nTwo.').ok).toBe(false);
		expect(readText('line', 'One.').ok).toBe(true);
	});

	test('as a pattern begins with its heading', () => {
		expect(readText('titled', 'One.\n\nTwo.').ok).toBe(false);
		expect(readText('titled', '### One\n\nTwo.').ok).toBe(true);
	});
});

test('introduction and recommendations stand as their author’s', () => {
	const own: Own = { introduction: 'Dear all.', recommendations: '1. Begin.', author: 'Ada Muster, Harbour' };
	const { report } = edited(original, {}, own, words);
	expect(report.parts.map(({ id }) => id)).toEqual([
		'introduction',
		'summary',
		'executive-summary',
		'voices',
		'recommendations',
		'detailed-analysis',
		'method'
	]);
	expect(textsOf(report).filter((text) => text === 'By Ada Muster, Harbour')).toHaveLength(2);
});
