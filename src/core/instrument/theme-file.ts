// themes/<name>.yaml → a theme, or what is wrong with it, with file and line.
import type { Problem } from '#core/problem.ts';
import { z } from 'zod';
import { ENOUGH, grounds, tonesOf, weakest } from './accent.ts';
import { checkLines } from './check/placeholders.ts';
import { Ledger } from './ledger.ts';
import { readLogo, type Picture } from './logo.ts';
import { toProse } from './markdown.ts';
import { readPage, readSettings, type SourceFile } from './page.ts';
import { keys, readShape } from './shape.ts';
import type { Closing, Theme } from './theme.ts';
import { countWords, linesOf } from './words.ts';
import { wrong, type Wrong } from './wrong.ts';

const short = z.string('text').trim().min(1, 'text').max(60, 'name').regex(/^.*$/, 'one line');

const themeShape = keys({
	name: short,
	firm: short,
	accent: z.string('colour').regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'colour'),
	logo: z.string('text').optional(),
	footer: z.string('text').trim().max(160, 'footer').regex(/^.*$/, 'one line').optional(),
	closing: z.string('text').optional()
});

/** Parses a theme; null when there is an error among the problems. `pictures` are those of the whole content. */
export function parseTheme(
	file: SourceFile,
	pictures: readonly Picture[]
): { readonly theme: Theme | null; readonly problems: readonly Problem[] } {
	const ledger = new Ledger();
	const settings = readSettings(file, ledger);
	const front = settings && readShape(themeShape, settings);
	if (!front) return { theme: null, problems: ledger.problems };
	const accent = sixDigits(front.accent);
	const pale = tooPale(accent);
	if (pale) ledger.warning(settings.place(['accent']), pale);
	const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
	const logo = front.logo === undefined ? null : readLogo(front.logo, folder, pictures);
	if (logo && 'code' in logo) ledger.error(settings.place(['logo']), logo);
	const closing =
		front.closing === undefined ? null : readClosing(front.closing, file, settings.front.line(['closing']), ledger);
	if (ledger.failed || (logo && 'code' in logo)) return { theme: null, problems: ledger.problems };
	const { name, firm, footer = '' } = front;
	return { theme: { name, firm, accent, logo, footer, closing }, problems: ledger.problems };
}

const MOST_WORDS = 300;

/** `line` is that of the key: a text of several lines begins on the next. */
function readClosing(markdown: string, { path }: SourceFile, line: number, ledger: Ledger): Closing | null {
	const where = `${path}:${line}`;
	if (!/^\s*## /.test(markdown)) {
		ledger.error(where, heading('another beginning'));
		return null;
	}
	const above = '\n'.repeat(markdown.trim().includes('\n') ? line : line - 1);
	const page = readPage({ path, text: above + markdown }, ledger);
	const [part, second] = page?.parts ?? [];
	if (!page || !part) return null;
	if (second) ledger.error(second.where, heading(`a second one, "## ${second.heading}"`));
	if (part.heading.includes('{{')) ledger.error(part.where, heading('a placeholder in it'));
	const prose = toProse(part.nodes, page);
	checkLines(linesOf(prose), [], ledger);
	const words = countWords(prose);
	if (words === 0) ledger.error(where, wrong('empty-closing', 'a text under the heading', 'nothing', 'Write it.'));
	if (words > MOST_WORDS)
		ledger.error(
			where,
			wrong('closing-too-long', `at most ${MOST_WORDS} words`, String(words), 'Shorten it to a page.')
		);
	return { title: part.heading.trim(), prose };
}

const heading = (found: string): Wrong =>
	wrong('closing-heading', 'one heading "## …", at the beginning of the closing', found, 'Write one heading with ##.');

const sixDigits = (colour: string): string =>
	(colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour).toLowerCase();

/** A colour that words cannot be set in, nor white words stand on: which one will be used instead. */
function tooPale(accent: string): Wrong | null {
	const ratio = weakest(accent, grounds.light);
	if (ratio >= ENOUGH) return null;
	return wrong(
		'pale-accent',
		`a colour with a contrast of ${ENOUGH} to 1 to white and to our paper`,
		`"${accent}" with ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1`,
		`Choose a darker one, or leave it: words and buttons will have ${tonesOf(accent).light.accent}.`
	);
}
