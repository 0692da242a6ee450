// Markdown that somebody typed into a form → the allow-listed Prose, or why it cannot stand.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Outcome, Problem } from '#core/problem.ts';
import { Ledger } from './ledger.ts';
import { toProse } from './markdown.ts';
import type { Prose } from './prose.ts';
import { wrong, type Wrong } from './wrong.ts';

/**
 * The same Markdown as in the content, without its placeholders: headings with ### and ####, no HTML, no pictures, links
 * to http, https and mailto only. `where` of a problem is the number of the line.
 */
export function readWritten(markdown: string): Outcome<Prose> {
	const ledger = new Ledger();
	const text = markdown.replaceAll(/\r\n?/g, '\n');
	for (const [at, line] of text.split('\n').entries()) {
		if (/[{}]/.test(line)) ledger.error(`text:${at + 1}`, BRACE);
		if (/[\p{Cc}\p{Cs}\uFFFD]/u.test(line.replaceAll('\t', ''))) ledger.error(`text:${at + 1}`, CHARACTER);
	}
	if (ledger.failed) return { ok: false, problems: ledger.problems.map(inLine) };
	const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
	const value = toProse(root.children, { file: 'text', ledger });
	return ledger.failed ? { ok: false, problems: ledger.problems.map(inLine) } : { ok: true, value };
}

const BRACE: Wrong = wrong('unmatched-braces', 'words', 'a brace', 'Take { and } out.');
const CHARACTER: Wrong = wrong(
	'forbidden-character',
	'readable characters',
	'one that cannot be shown',
	'Take it out.'
);

const inLine = (problem: Problem): Problem => ({ ...problem, where: problem.where.replace(/^text:/, '') });
