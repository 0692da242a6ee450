// The printed document itself: the same texts as the page, the same bytes each time, fonts in it, and not too large.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { printed } from '#lib/server/pdf-print.ts';
import { missingFrom, squeezed } from '../support/page-text.ts';
import { companyReport, sampleReport } from '../support/sample-report.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

const folder = mkdtempSync(join(tmpdir(), 'bellwether-pdf-'));
const file = join(folder, 'report.pdf');

afterAll(() => rmSync(folder, { recursive: true }));

async function save(report: Report): Promise<string> {
	writeFileSync(file, await printed(report));
	return file;
}

/** The words between running header and footer, in the order in which they were set. */
const wordsOf = (path: string): string =>
	squeezed(
		execFileSync('pdftotext', ['-raw', '-x', '0', '-y', '62', '-W', '596', '-H', '725', path, '-'], {
			encoding: 'utf8'
		})
	);

const paragraph = (text: string) => ({ kind: 'paragraph', inline: [{ kind: 'text', text }] }) as const;

const only = (report: Report, blocks: Report['parts'][number]['blocks']): Report => ({
	...report,
	parts: [{ id: 'method', title: 'Part', blocks }]
});

describe('a printed report', () => {
	test('has the same bytes each time', async () => {
		const first = await printed(sampleReport);
		expect(Buffer.compare(Buffer.from(await printed(sampleReport)), Buffer.from(first))).toBe(0);
	});

	test('stays under 1 MB', async () => {
		expect((await printed(sampleReport)).length).toBeLessThan(1_000_000);
	});

	test('makes no claim to be tagged, which pdfmake cannot keep', async () => {
		expect(Buffer.from(await printed(sampleReport)).toString('latin1')).not.toMatch(/MarkInfo|PDF\/UA|pdfuaid/);
	});

	test('opens no link and no file that a text names', async () => {
		const hostile = [
			{
				kind: 'prose',
				style: 'plain',
				prose: [paragraph('https://example.com/a.png /etc/passwd data:image/png;base64,AA==')]
			}
		] as const;
		await expect(printed(only(sampleReport, hostile))).resolves.toBeInstanceOf(Uint8Array);
	});

	test('prints texts far longer than a page, ragged tables and empty parts', async () => {
		const long = 'word '.repeat(20_000);
		const table = {
			kind: 'table',
			caption: 'Ragged',
			head: ['A', 'B'],
			rows: [['1'], ['1', '2', '3'], []],
			numeric: [1]
		} as const;
		const report = only(sampleReport, [{ kind: 'prose', style: 'plain', prose: [paragraph(long)] }, table]);
		await expect(
			printed({ ...report, parts: [...report.parts, { id: 'summary', title: 'Empty', blocks: [] }] })
		).resolves.toBeInstanceOf(Uint8Array);
	});
});

describe.skipIf(!hasPoppler)('a printed report, read back with poppler', () => {
	test.each([
		['whole', sampleReport],
		['company', companyReport]
	])('holds every text of the %s report to the letter', async (_, report) => {
		expect(missingFrom(wordsOf(await save(report)), textsOf(report))).toEqual([]);
	});

	test('loses nothing of a card that is longer than a page', async () => {
		const [, , , ...rest] = sampleReport.parts.flatMap(({ blocks }) => blocks);
		const card = rest.find((block) => block.kind === 'card');
		if (card === undefined) throw new Error('no card in the sample');
		const prose = Array.from({ length: 40 }, (_, at) =>
			paragraph(`${at}. ${'A sentence of some length, said again. '.repeat(8)}`)
		);
		const report = only(sampleReport, [{ ...card, prose }]);
		expect(missingFrom(wordsOf(await save(report)), textsOf(report))).toEqual([]);
	});

	test('says what it is, in which language, and numbers its pages', async () => {
		const path = await save(sampleReport);
		const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
		expect(info).toMatch(/Title:\s+Sales Velocity Index for Northwind Łódź & Partners/);
		expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
		const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
		const last = execFileSync('pdftotext', ['-f', String(pages), path, '-'], { encoding: 'utf8' });
		expect(last).toContain(`Page ${pages} of ${pages}`);
	});

	test('runs title and company along the top, however long they are', async () => {
		const { cover } = sampleReport;
		const subtitle = `for ${'Grandfather & Sons '.repeat(20)}`;
		const path = await save({ ...sampleReport, cover: { ...cover, subtitle } });
		const crop = ['-f', '2', '-l', '2', '-x', '0', '-y', '0', '-W', '596', '-H', '78'];
		const top = squeezed(execFileSync('pdftotext', ['-raw', ...crop, path, '-'], { encoding: 'utf8' }));
		expect(top).toContain(squeezed(cover.title));
		expect(top).toContain('Grandfather&Sons');
	});

	test('embeds every font', async () => {
		const fonts = execFileSync('pdffonts', [await save(sampleReport)], { encoding: 'utf8' })
			.trim()
			.split('\n')
			.slice(2);
		expect(fonts.length).toBeGreaterThanOrEqual(4);
		for (const font of fonts) expect(font).toMatch(/\+(SourceSerif4|Inter)[\w-]*\s.*\syes yes yes/);
	});

	test('has no heading alone at the foot of a page', async () => {
		const path = await save(sampleReport);
		const text = execFileSync('pdftotext', ['-raw', '-x', '0', '-y', '62', '-W', '596', '-H', '725', path, '-'], {
			encoding: 'utf8'
		});
		const lastLines = text.split('\f').map((page) => squeezed(page.trim().split('\n').at(-1) ?? ''));
		const headings = sampleReport.parts.flatMap(({ title, blocks }) => [
			title,
			...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
		]);
		// The second page is the list of contents, which ends with one.
		const contents = 1;
		expect(
			lastLines.filter((line, at) => at !== contents && headings.some((heading) => squeezed(heading) === line))
		).toEqual([]);
	});
});
