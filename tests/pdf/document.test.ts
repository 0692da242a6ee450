// The document definition: fresh on each call, keeping together what belongs together, losing nothing.
import { describe, expect, test } from 'vitest';
import { documentOf } from '#lib/pdf/document.ts';
import { heightOf, heightOfNode } from '#lib/pdf/height.ts';
import { flow, type Piece } from '#lib/pdf/keep.ts';
import { faces, page } from '#lib/pdf/look.ts';
import type { Node } from '#lib/pdf/node.ts';
import { widthsOf } from '#lib/pdf/widths.ts';
import { sampleReport } from '../support/sample-report.ts';

const piece = (text: string, height: number, bond?: Piece['bond']): Piece => ({ node: { text }, height, bond });

describe('the definition of a document', () => {
	test('is new each time, because pdfmake writes into it', () => {
		const first = documentOf(sampleReport);
		const again = documentOf(sampleReport);
		expect(again).not.toBe(first);
		expect(JSON.stringify(again)).toBe(JSON.stringify(first));
		const objects = new Set<unknown>();
		const collect = (value: unknown): void => {
			if (typeof value !== 'object' || value === null || objects.has(value)) return;
			objects.add(value);
			Object.values(value).forEach(collect);
		};
		collect(first.content);
		const shared: unknown[] = [];
		const look = (value: unknown): void => {
			if (typeof value !== 'object' || value === null) return;
			if (objects.has(value)) shared.push(value);
			Object.values(value).forEach(look);
		};
		look(again.content);
		expect(shared).toEqual([]);
	});

	test('leaves the report as it was', () => {
		const before = JSON.stringify(sampleReport);
		documentOf(sampleReport);
		expect(JSON.stringify(sampleReport)).toBe(before);
	});

	test('carries title, language and the day of the report', () => {
		const { info, language } = documentOf(sampleReport);
		expect(language).toBe('en');
		expect(info).toMatchObject({
			title: 'Sales Velocity Index for Northwind Łódź & Partners',
			creationDate: new Date('2026-11-22')
		});
	});

	test('has running header and footer on every page but the cover', () => {
		const { header, footer } = documentOf(sampleReport);
		expect(header(1)).toBeNull();
		expect(footer(1, 9)).toBeNull();
		expect(JSON.stringify(header(2))).toContain('Northwind');
		expect(JSON.stringify(footer(2, 9))).toContain('Page 2 of 9');
	});
});

const nodesOf = (node: Node): readonly Node[] =>
	'stack' in node ? [node, ...node.stack.flatMap(nodesOf)] : 'columns' in node ? node.columns.flatMap(nodesOf) : [node];

const texts = (node: Node): readonly unknown[] =>
	nodesOf(node).flatMap((each) => ('text' in each && each.text !== '' ? [each.text] : []));

describe('keeping together', () => {
	test('a heading waits for what follows it', () => {
		const nodes = flow([piece('heading', 20, 'always'), piece('text', 60), piece('more', 60)]);
		expect(nodes.map(texts)).toEqual([['heading', 'text'], ['more']]);
		expect(nodes.every(({ unbreakable }) => unbreakable === true)).toBe(true);
	});

	test('a page break moves out of the stack that it opens', () => {
		const opening: Piece = { node: { text: 'part', pageBreak: 'before' }, height: 30, bond: 'always' };
		expect(flow([opening, piece('text', 30)])).toEqual([
			{ stack: [{ text: 'part' }, { text: 'text' }], unbreakable: true, pageBreak: 'before' }
		]);
	});

	test('what is short stays whole; what is long keeps only its closest ties', () => {
		const told = (height: number) => [
			piece('title', 20, 'always'),
			piece('first', height, 'if-short'),
			piece('second', height, 'if-short'),
			piece('third', height)
		];
		expect(flow(told(40)).map(texts)).toEqual([['title', 'first', 'second', 'third']]);
		expect(flow(told(120)).map(texts)).toEqual([['title', 'first'], ['second'], ['third']]);
	});

	test('the larger wish for air counts, and none is left below the last piece, where it would open a page', () => {
		const airy = (text: string, above: number, below: number): Piece => ({ ...piece(text, 60), above, below });
		const nodes = flow([airy('a', 50, 8), airy('b', 12, 30), airy('c', 4, 90)]);
		expect(nodes.map(({ margin }) => margin ?? [0, 0, 0, 0])).toEqual([
			[0, 0, 0, 0],
			[0, 12, 0, 0],
			[0, 30, 0, 0]
		]);
	});

	test('a heading before a text of pages asks for room for its first lines, and the text is pulled up into it', () => {
		const long: Piece = { ...piece('long', 4 * page.height), opening: 45, above: 6 };
		const [head, text] = flow([piece('heading', 20, 'always'), long]);
		if (head === undefined || text === undefined) throw new Error('two nodes were expected');
		expect(texts(head)).toEqual(['heading']);
		expect(nodesOf(head).map(({ margin }) => margin?.[3])).toContain(51);
		expect(text).toEqual({ text: 'long', margin: [0, -45, 0, 0] });
	});

	test('what might not fit on one page is left to break: pdfmake would drop the rest', () => {
		const tall = piece('tall', page.height * 0.7);
		expect(flow([tall])).toEqual([{ text: 'tall' }]);
		expect(flow([piece('heading', 20, 'always'), tall])).toEqual([{ text: 'heading' }, { text: 'tall' }]);
	});

	test('a heading at the very end is not lost', () => {
		expect(flow([piece('heading', 20, 'always')]).map(texts)).toEqual([['heading']]);
	});
});

describe('a guess of height', () => {
	test('grows with text, breaks and size', () => {
		const short = heightOf('word', faces.body, 300);
		expect(heightOf('word '.repeat(200), faces.body, 300)).toBeGreaterThan(10 * short);
		expect(heightOf('a\nb\nc', faces.body, 300)).toBe(3 * short);
		expect(heightOf('word', faces.part, 300)).toBeGreaterThan(short);
	});

	test('adds what stands below and takes the higher of what stands beside, and nothing for what takes no room', () => {
		const word: Node = { ...faces.body, text: 'word' };
		const short = heightOf('word', faces.body, 300);
		const three: Node = { stack: [word, word, word] };
		expect(heightOfNode({ ...three, margin: [0, 5, 0, 0] }, 300)).toBeCloseTo(3 * short + 5);
		expect(heightOfNode({ columns: [word, three] }, 300)).toBeCloseTo(3 * short);
		expect(heightOfNode({ stack: [word, { ...three, relativePosition: { x: 0, y: 0 } }] }, 300)).toBeCloseTo(short);
	});
});

describe('the columns of a table', () => {
	const question = 'A question that is as long as questions in a report usually are, and then some more.';
	const wide = {
		head: ['Question', 'Answer', 'Number Index'],
		rows: [
			[question, 'Agree', '75.0'],
			[question, 'Neither agree nor disagree', '100.0']
		],
		isNumeric: (column: number) => column === 2
	};
	const total = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);

	test('take what they need where there is room', () => {
		const small = { head: ['Band', 'From'], rows: [['At risk', '0']], isNumeric: (column: number) => column === 1 };
		const widths = widthsOf(small, 400, 8);
		expect(total(widths)).toBeLessThan(100);
		expect(Math.min(...widths)).toBeGreaterThan(8);
	});

	test('give what is spare to the texts by their length, and break the heads of figures', () => {
		const [first = 0, second = 0, third = 0] = widthsOf(wide, 240, 8);
		expect(first + second + third).toBeCloseTo(240);
		expect(first).toBeGreaterThan(2 * second);
		expect(third).toBeLessThan(50);
	});

	test('never add up to more than there is, whatever stands in them', () => {
		const long = 'x'.repeat(400);
		for (const isNumeric of [() => true, () => false]) {
			const widths = widthsOf({ head: [long, long, 'c'], rows: [[long, '1', long]], isNumeric }, 120, 8);
			expect(total(widths)).toBeLessThanOrEqual(120.001);
			expect(Math.min(...widths)).toBeGreaterThan(0);
		}
	});
});
