// A paper that begins at once: no cover, no contents, every text in it, and a brief of two to four pages.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Paper } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { paperDocument } from '#lib/pdf/document.ts';
import type { Node } from '#lib/pdf/node.ts';
import { printedPaper } from '#lib/server/pdf-print.ts';
import { dotsPaper } from '../support/dots-block.ts';
import { flagshipBrief } from '../core/brief/simulated.ts';
import { missingFrom, squeezed } from '../support/page-text.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'bellwether-paper-'));
afterAll(() => rmSync(folder, { recursive: true }));

const date = '2026-11-22';

async function textIn(
	paper: Paper
): Promise<{ readonly text: string; readonly pages: number; readonly first: string }> {
	const file = join(folder, 'paper.pdf');
	writeFileSync(file, await printedPaper(paper, date));
	const read = (...more: readonly string[]): string =>
		execFileSync('pdftotext', ['-raw', ...more, file, '-'], { encoding: 'utf8' });
	const whole = read('-x', '0', '-y', '52', '-W', '596', '-H', '742');
	return { text: squeezed(whole), pages: whole.split('\f').length - 1, first: squeezed(read('-l', '1')) };
}

const canvasesIn = (node: unknown): number =>
	typeof node !== 'object' || node === null
		? 0
		: Number('canvas' in node) + Object.values(node).reduce<number>((sum, each) => sum + canvasesIn(each), 0);

describe('the definition of a paper', () => {
	const { content, header, footer, info } = paperDocument(dotsPaper, date);

	test('begins with its title, and no page is begun for anything', () => {
		const said = JSON.stringify(content satisfies Node[]);
		expect(said).not.toContain('pageBreak');
		expect(said).not.toContain('"toc"');
		expect(said.indexOf('Northwind')).toBeLessThan(said.indexOf('Where they disagree'));
	});

	test('counts every page, and repeats its title from the second on', () => {
		expect(header(1)).toBeNull();
		expect(JSON.stringify(header(2))).toContain('Brief Northwind');
		expect(JSON.stringify(footer(1, 3))).toContain('Page 1 of 3');
		expect(info['creationDate']).toEqual(new Date(date));
	});

	test('draws the dots of each row and the mark of each group as vectors', () => {
		expect(canvasesIn(content)).toBeGreaterThanOrEqual(2 + 4);
	});
});

describe.skipIf(!hasPoppler)('a printed paper', () => {
	test('leaves no text out', async () => {
		expect(missingFrom((await textIn(dotsPaper)).text, textsOf(dotsPaper))).toEqual([]);
	});

	test.each(['one', 'few', 'several', 'anonymous', 'many'] as const)(
		'the brief of %s has two to four pages, the first of which suffices',
		async (kind) => {
			const brief = flagshipBrief(kind);
			const { pages, first } = await textIn(brief);
			expect(pages).toBeGreaterThanOrEqual(2);
			expect(pages).toBeLessThanOrEqual(4);
			const needed = textsOf({ ...brief, parts: brief.parts.slice(0, 2) });
			expect(missingFrom(first, needed)).toEqual([]);
		}
	);

	test('the page for the taxi is one or two', async () => {
		expect((await textIn(flagshipBrief('several').phone)).pages).toBeLessThanOrEqual(2);
	});

	test('the same paper has the same bytes', async () => {
		const both = await Promise.all([printedPaper(dotsPaper, date), printedPaper(dotsPaper, date)]);
		expect(Buffer.compare(Buffer.from(both[0]), Buffer.from(both[1]))).toBe(0);
	});
});
