// The document definition: fresh on each call, keeping together what belongs together, losing nothing.
import { describe, expect, test } from 'vitest';
import { documentOf } from '#lib/pdf/document.ts';
import { flow, heightOf, together, type Piece } from '#lib/pdf/keep.ts';
import { faces, page } from '#lib/pdf/look.ts';
import { sampleReport } from '../support/sample-report.ts';

const piece = (text: string, height: number, withNext = false): Piece => ({ node: { text }, height, withNext });

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

describe('keeping together', () => {
	test('a heading waits for what follows it', () => {
		expect(flow([piece('heading', 20, true), piece('text', 60), piece('more', 60)])).toEqual([
			{ stack: [{ text: 'heading' }, { text: 'text' }], unbreakable: true },
			{ text: 'more', unbreakable: true }
		]);
	});

	test('a page break moves out of the stack that it opens', () => {
		const opening: Piece = { node: { text: 'part', pageBreak: 'before' }, height: 30, withNext: true };
		expect(flow([opening, piece('text', 30)])).toEqual([
			{ stack: [{ text: 'part' }, { text: 'text' }], unbreakable: true, pageBreak: 'before' }
		]);
	});

	test('what might not fit on one page may be split: pdfmake would drop the rest', () => {
		const long = [piece('a', page.height / 2), piece('b', page.height / 2)];
		expect(together(long)).toEqual(long);
		const tall = piece('tall', page.height * 0.7);
		expect(flow([piece('heading', 20, true), tall])).toEqual([{ text: 'heading' }, { text: 'tall' }]);
	});

	test('a heading at the very end is not lost', () => {
		expect(flow([piece('heading', 20, true)])).toEqual([{ text: 'heading' }]);
	});

	test('a guess of height grows with text, breaks and size', () => {
		const short = heightOf('word', faces.body, 300);
		expect(heightOf('word '.repeat(200), faces.body, 300)).toBeGreaterThan(10 * short);
		expect(heightOf('a\nb\nc', faces.body, 300)).toBe(3 * short);
		expect(heightOf('word', faces.part, 300)).toBeGreaterThan(short);
	});
});
