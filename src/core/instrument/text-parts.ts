// The `##` parts of a page → Texts by keyword, with what narrows each.
import { readBraces, readHeading } from './braces.ts';
import type { Condition } from './condition.ts';
import type { Text } from './instrument.ts';
import { lineOf, toInline, toProse } from './markdown.ts';
import type { Page, Part } from './page.ts';
import type { Inline, Prose } from './prose.ts';
import { placeholdersIn } from './words.ts';
import { wrong } from './wrong.ts';

/** The parts of a page under the keyword of their heading, in file order, each with what narrows it. */
export type Said = ReadonlyMap<string, readonly { readonly part: Part; readonly when: Condition | null }[]>;

/** The title as a line of text; empty after telling the ledger that there is none. */
export function readTitle(page: Page): readonly Inline[] {
	if (page.title && page.title.nodes.length > 0) return toInline(page.title.nodes, page);
	const where = page.title?.where ?? `${page.file}:1`;
	page.ledger.error(where, wrong('missing-title', 'a line "# …"', 'no title', 'Add the title above the text.'));
	return [];
}

/** What stands between the title and the first part. */
export const readBody = (page: Page): Prose => toProse(page.body, page);

/** Tells the ledger of text before the first part, in files that have no use for it. */
export function refuseBody(page: Page): void {
	const [first] = page.body;
	if (!first) return;
	const found = 'text above the first of them';
	page.ledger.error(
		`${page.file}:${lineOf(first)}`,
		wrong('text-without-heading', 'text under ## headings only', found, 'Move it under a heading.')
	);
}

/** Sorts the parts of a page by keyword; one whose keyword is not among `keywords` is told to the ledger. */
export function readParts(page: Page, keywords: readonly string[]): Said {
	const said = new Map<string, { part: Part; when: Condition | null }[]>();
	for (const part of page.parts) {
		const heading = readHeading(part.heading, part.where, page.ledger);
		if (!heading) continue;
		const { keyword, braces } = heading;
		if (!keywords.includes(keyword)) {
			page.ledger.error(part.where, unknownHeading(keywords, keyword));
			continue;
		}
		const when = braces === null ? null : readBraces(braces, part.where, page.ledger);
		if (braces === null || when) said.set(keyword, [...(said.get(keyword) ?? []), { part, when }]);
	}
	return said;
}

/** The texts under one keyword, in file order. */
export function textsUnder(keyword: string, said: Said, page: Page): readonly Text[] {
	return (said.get(keyword) ?? []).flatMap(({ part, when }) => {
		const text = readText(part, when, page);
		return text ? [page.ledger.mark(text, () => part.where)] : [];
	});
}

/** A part as a text: a first line "### …" is its heading. Null after telling the ledger that there are no words. */
export function readText(part: Part, when: Condition | null, page: Page): Text | null {
	const [first, ...rest] = part.nodes;
	const opens = first?.type === 'heading' && first.depth === 3;
	const nodes = opens ? rest : part.nodes;
	if (nodes.length === 0) {
		page.ledger.error(
			part.where,
			wrong('empty-text', 'a text under the heading', 'nothing', 'Write the text, or take the heading out.')
		);
		return null;
	}
	const heading = opens ? toInline(first.children, page) : [];
	const body = toProse(nodes, page);
	return { when, heading, body, placeholders: placeholdersIn(heading, body) };
}

function unknownHeading(keywords: readonly string[], keyword: string): ReturnType<typeof wrong> {
	const expected =
		keywords.length === 0
			? 'no ## heading here'
			: `one of the headings ${keywords.map((word) => `## ${word}`).join(', ')}`;
	return wrong('unknown-heading', expected, `"## ${keyword}"`, 'Correct the heading, or use ### within a text.');
}
