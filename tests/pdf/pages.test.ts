// The pages of the real report: none blank, none half empty, and what belongs together on one of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Inline } from '#core/instrument/prose.ts';
import type { Block, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { demonstration } from '#core/simulation/edition.ts';
import { page as sheet } from '#lib/pdf/look.ts';
import { printed } from '#lib/server/pdf-print.ts';
import { flagship, reportOf } from '../support/flagship.ts';
import { missingFrom, squeezed } from '../support/page-text.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

const folder = mkdtempSync(join(tmpdir(), 'bellwether-pages-'));
const file = join(folder, 'report.pdf');

afterAll(() => rmSync(folder, { recursive: true }));

type Page = readonly { readonly text: string; readonly left: number; readonly bottom: number }[];

const [, top] = sheet.margins;

async function textOf(report: Report, options: readonly string[]): Promise<string> {
	writeFileSync(file, await printed(report));
	return execFileSync('pdftotext', [...options, file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of each page between running header and footer. */
async function pagesOf(report: Report): Promise<readonly Page[]> {
	const [, ...pages] = (await textOf(report, ['-bbox'])).split('<page ');
	return pages.map((page) =>
		[...page.matchAll(/xMin="([\d.]+)".*yMax="([\d.]+)">(.*)<\/word>/g)]
			.map(([, left, bottom, text = '']) => ({
				text: text.replaceAll(/&([\w#]+);/g, (entity, name: string) => entities[name] ?? entity),
				left: Number(left),
				bottom: Number(bottom)
			}))
			.filter(({ bottom }) => bottom > top && bottom < top + sheet.height + 6)
	);
}

const lettersOf = (page: Page): string => squeezed(page.map(({ text }) => text).join(''));

/** How much of the page's height is used, of 1. */
const filled = (page: Page): number => (Math.max(top, ...page.map(({ bottom }) => bottom)) - top) / sheet.height;

const blank = (pages: readonly Page[]): readonly number[] =>
	pages.flatMap((page, at) => (page.length === 0 ? [at + 1] : []));

/** The page on which each part begins: its title opens the page. */
const startsOf = (report: Report, pages: readonly Page[]): readonly number[] =>
	report.parts.map(({ title }) => pages.findIndex((page, at) => at > 1 && lettersOf(page).startsWith(squeezed(title))));

const journey = (name: string, wishes: Parameters<typeof reportOf>[1] = {}): Report =>
	reportOf(readFileSync(join(import.meta.dirname, '../journeys', name), 'utf8'), wishes);

const steady = journey('steady-process.json');

const reports: readonly (readonly [string, Report])[] = [
	['a steady process', steady],
	['a notorious discounter', journey('notorious-discounter.json')],
	['almost nothing', reportOf('{ "answers": { "role": "marketing" } }')]
];

/** The report with every rich text of it said several times over. */
function longer(report: Report, times: number): Report {
	const said = (key: string, value: unknown): unknown =>
		key === 'text' && typeof value === 'string' && value !== '' ? Array(times).fill(value).join(' ') : value;
	return JSON.parse(JSON.stringify(report), said) as Report;
}

/** The summary with the longest sentences that the content has for it. */
function fullest(report: Report): Report {
	const longest = (texts: readonly (readonly Inline[])[]) =>
		[...texts].sort((one, other) => plain(other).length - plain(one).length);
	const [headline = []] = longest(flagship.headlines.map(({ text }) => text));
	const moves = longest(
		flagship.areas.flatMap(({ texts }) => [...texts.change, ...texts.stop].map(({ heading }) => heading))
	);
	const items = moves.slice(0, 3).map((text) => ({ text, detail: null }));
	const filledUp = (block: Block): Block => {
		if (block.kind === 'list') return { ...block, items };
		return block.kind === 'panel' && block.about === 'company' ? { ...block, headline } : block;
	};
	const parts = report.parts.map((part) =>
		part.id === 'summary' ? { ...part, blocks: part.blocks.map(filledUp) } : part
	);
	return { ...report, parts };
}

describe.skipIf(!hasPoppler).each(reports)('the pages of a report on %s', (_, report) => {
	let pages: readonly Page[] = [];
	let starts: readonly number[] = [];

	beforeAll(async () => {
		pages = await pagesOf(report);
		starts = startsOf(report, pages);
	});

	test('are well filled, but for the last of a part', () => {
		expect(Math.min(...starts)).toBe(2);
		const lasts = new Set([...starts.slice(1), pages.length].map((start) => start - 1));
		const poor = pages.flatMap((page, at) => (at > 1 && !lasts.has(at) && filled(page) < 0.5 ? [at + 1] : []));
		expect(poor).toEqual([]);
	});

	test('hold every card whole, with what it rests on', () => {
		const letters = pages.map(lettersOf);
		const split = report.parts
			.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'card' ? [block] : [])))
			.filter(({ heading, because }) => {
				const ends = [plain(heading), because.lines.at(-2) ?? ''].map(squeezed);
				return !letters.some((page) => ends.every((end) => page.includes(end)));
			});
		expect(split.map(({ title }) => title)).toEqual([]);
	});

	test('hold the summary on one', () => {
		expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBe(1);
	});

	test('keep a heading, its lead and the opening of the first card on one', () => {
		for (const { blocks } of report.parts)
			for (const [at, block] of blocks.entries()) {
				const [lead, card] = blocks.slice(at + 1);
				if (block.kind !== 'heading' || lead?.kind !== 'prose' || card?.kind !== 'card') continue;
				const page = pages.map(lettersOf).find((letters, at) => at > 1 && letters.includes(squeezed(block.text)));
				expect(page).toContain(squeezed(card.title));
				expect(page).toContain(squeezed(plain(card.heading)));
			}
	});

	test.each([2, 5, 14])('are never blank with texts %i times as long', async (times) => {
		expect(blank(await pagesOf(longer(report, times)))).toEqual([]);
	});

	test('lose nothing of long texts', async () => {
		// Without the summary: its two columns are read one page after the other.
		const long = longer({ ...report, parts: report.parts.slice(1) }, 9);
		const found = await textOf(long, ['-raw', '-x', '0', '-y', '62', '-W', '596', '-H', '725']);
		expect(missingFrom(squeezed(found), textsOf(long)).map((text) => text.slice(0, 60))).toEqual([]);
	});
});

describe.skipIf(!hasPoppler)('the summary', () => {
	test('fits one page with the longest sentences of the content', async () => {
		const report = fullest(steady);
		const [first = 0, second = 0] = startsOf(report, await pagesOf(report));
		expect(second - first).toBe(1);
	});

	test('fits one page beside peers as well', async () => {
		const edition = demonstration(flagship, { respondents: 800, seed: 1 }, '2026-11-22');
		const report = fullest(journey('steady-process.json', { edition, sample: true }));
		const [first = 0, second = 0] = startsOf(report, await pagesOf(report));
		expect(second - first).toBe(1);
	});

	test('has the figures of each picture in its own half', async () => {
		const pages = await pagesOf(steady);
		const [start = 0] = startsOf(steady, pages);
		const middle = sheet.margins[0] + sheet.width * 0.64;
		const half = (isRight: boolean) => lettersOf((pages[start] ?? []).filter(({ left }) => left > middle === isRight));
		for (const block of steady.parts[0]?.blocks ?? []) {
			if (block.kind !== 'panel') continue;
			const isPersonal = block.about === 'personal';
			const lastFigure = block.figures.at(-1)?.label ?? '';
			// Its label stands in the picture and in the table; words beside each other are read across.
			expect(half(isPersonal).split(squeezed(lastFigure)).length - 1).toBeGreaterThanOrEqual(2);
			expect(half(!isPersonal)).not.toContain(squeezed(lastFigure));
		}
	});
});
