// A report in a theme: whose it is, in whose colours, and what they say at the end.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { afterAll, describe, expect, test } from 'vitest';
import { tonesOf } from '#core/instrument/accent.ts';
import { plainTheme } from '#core/instrument/theme.ts';
import { closed } from '#core/report/closing.ts';
import { textsOf } from '#core/report/texts.ts';
import { documentOf } from '#lib/pdf/document.ts';
import { painted, paintOf } from '#lib/pdf/paint.ts';
import ReportView from '#lib/report/Report.svelte';
import { printed } from '#lib/server/pdf-print.ts';
import { loudTheme } from '../support/loud-theme.ts';
import { missingFrom, squeezed, textOf } from '../support/page-text.ts';
import { companyReport, sampleReport } from '../support/sample-report.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'bellwether-theme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every colour that the definition names. */
function coloursIn(tree: unknown, found = new Set<string>()): ReadonlySet<string> {
	if (typeof tree !== 'object' || tree === null) return found;
	for (const [key, value] of Object.entries(tree)) {
		if (/color$|^background$/i.test(key) && typeof value === 'string') found.add(value);
		else coloursIn(value, found);
	}
	return found;
}

describe('colours', () => {
	test('are painted by their roles, at any depth, and others stay', () => {
		const tree = [{ color: 'accent', stack: [{ canvas: [{ lineColor: 'muted', color: '#123456' }], text: 'accent' }] }];
		expect(painted(tree, { accent: '#aa0000', muted: '#cc8888' })).toEqual([
			{ color: '#aa0000', stack: [{ canvas: [{ lineColor: '#cc8888', color: '#123456' }], text: 'accent' }] }
		]);
	});

	test.each([
		['plain', plainTheme],
		['loud', loudTheme]
	])('of the %s theme are in the whole document, and no role is left unpainted', (_, theme) => {
		const { content } = documentOf(sampleReport, theme);
		const colours = coloursIn(content);
		const { accent, mark, muted } = paintOf(theme.accent);
		expect([...colours]).toEqual(expect.arrayContaining([accent, mark, muted]));
		expect([...colours].filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
	});

	test('of words are those that can be read', () => {
		const colours = coloursIn(documentOf(sampleReport, loudTheme).content);
		expect(colours).toContain(tonesOf('#ffd400').light.accent);
		expect(colours).not.toContain(plainTheme.accent);
	});
});

describe('the firm', () => {
	test('stands at the head and foot of every page but the cover, and is the author', () => {
		const { header, footer, info } = documentOf(sampleReport, loudTheme);
		expect(JSON.stringify(header(2))).toContain('Łoud & Söhne');
		expect(JSON.stringify(footer(2, 9))).toContain('Mine Street 12.');
		expect(header(1)).toBeNull();
		expect(info['author']).toBe('Łoud & Söhne');
	});

	test('has its logo on the cover, or its name where there is none', () => {
		expect(JSON.stringify(documentOf(sampleReport, loudTheme).content[0])).toContain('data:image/png;base64,');
		expect(JSON.stringify(documentOf(sampleReport, loudTheme).footer(1, 9))).toContain('Łoud & Söhne');
		const bare = documentOf(sampleReport, { ...loudTheme, logo: null, footer: '' });
		expect(bare.footer(1, 9)).toBeNull();
		expect(bare.content[0]).toMatchObject({ text: 'Łoud & Söhne' });
		expect(JSON.stringify(bare)).not.toContain('data:image');
	});

	test('gives the same bytes each time, logo included', async () => {
		const first = await printed(sampleReport, loudTheme);
		expect(Buffer.compare(Buffer.from(await printed(sampleReport, loudTheme)), Buffer.from(first))).toBe(0);
	});
});

describe.skipIf(!hasPoppler)('the closing page', () => {
	test.each([
		['whole', sampleReport],
		['company', companyReport]
	])('is told to the letter by page and PDF of the %s report', async (_, report) => {
		const file = join(folder, 'report.pdf');
		writeFileSync(file, await printed(report, loudTheme));
		const themed = closed(report, loudTheme.closing);
		const frame = ['-raw', '-x', '0', '-y', '62', '-W', '596', '-H', '725'];
		const pdf = squeezed(execFileSync('pdftotext', [...frame, file, '-'], { encoding: 'utf8' }));
		const page = textOf(render(ReportView, { props: { report: themed } }).body);
		expect(missingFrom(pdf, textsOf(themed))).toEqual([]);
		expect(missingFrom(page, textsOf(themed))).toEqual([]);
		const last = execFileSync('pdftotext', ['-raw', '-f', String(pagesOf(file)), file, '-'], { encoding: 'utf8' });
		expect(last).toContain('How we would go on');
		expect(last).toContain('Nobody has ever mended five things at once.');
	});

	test('of the greatest length that is allowed fits one page', async () => {
		const file = join(folder, 'long.pdf');
		const inline = [{ kind: 'text', text: 'reasons '.repeat(300) }] as const;
		const report = { ...sampleReport, parts: [] };
		writeFileSync(
			file,
			await printed(report, { ...loudTheme, closing: { title: 'Long', prose: [{ kind: 'paragraph', inline }] } })
		);
		expect(pagesOf(file)).toBe(3);
	});
});

const pagesOf = (file: string): number =>
	Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
