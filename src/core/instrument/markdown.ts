// Markdown nodes → the allow-listed Prose. What is not on the list is a problem with its line.
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { type Ledger } from './ledger.ts';
import { splitPlaceholders } from './placeholders.ts';
import type { Inline, Prose, ProseBlock } from './prose.ts';
import { wrong } from './wrong.ts';

/** The file that the nodes come from, and who hears of its problems. */
export type Source = { readonly file: string; readonly ledger: Ledger };

const DEPTH = 32;
const LINK = /^(https?:\/\/|mailto:)/i;

/** Blocks of prose; what cannot be prose is left out after a problem was told. */
export function toProse(nodes: readonly RootContent[], source: Source, depth = 1): Prose {
	return nodes.flatMap((node): ProseBlock[] => {
		if (depth > DEPTH) return refuse(node, source, 'nesting deeper than 32 levels', 'Write it flatter.');
		switch (node.type) {
			case 'paragraph':
				return [{ kind: 'paragraph', inline: toInline(node.children, source) }];
			case 'heading':
				if (node.depth !== 3 && node.depth !== 4)
					return refuse(node, source, `a heading of level ${node.depth}`, 'Use ### or ####.');
				return [{ kind: 'heading', level: node.depth, inline: toInline(node.children, source) }];
			case 'list': {
				const items = node.children.map((item) => toProse(item.children, source, depth + 1));
				return [{ kind: 'list', ordered: node.ordered === true, items }];
			}
			case 'blockquote':
				return [{ kind: 'quote', blocks: toProse(node.children, source, depth + 1) }];
			case 'code':
				refusePlaceholders(node, node.value, source, 'code');
				return [{ kind: 'code-block', text: node.value }];
			case 'thematicBreak':
				return [{ kind: 'rule' }];
			case 'table':
				return [toTable(node, source)];
			default:
				return refuse(node, source, ...nameOf(node.type));
		}
	});
}

/** A line of text with its emphasis, links and placeholders; each placeholder is marked with its line. */
export function toInline(nodes: readonly PhrasingContent[], source: Source, depth = 1): Inline[] {
	return nodes.flatMap((node): Inline[] => {
		if (depth > DEPTH) return refuse(node, source, 'nesting deeper than 32 levels', 'Write it flatter.');
		switch (node.type) {
			case 'text':
				return splitPlaceholders(node.value, lineOf(node), source);
			case 'strong':
			case 'emphasis':
				return [{ kind: node.type, inline: toInline(node.children, source, depth + 1) }];
			case 'inlineCode':
				refusePlaceholders(node, node.value, source, 'code');
				return [{ kind: 'code', text: node.value }];
			case 'break':
				return [{ kind: 'break' }];
			case 'link':
				refusePlaceholders(node, node.url, source, 'the address of a link');
				if (!LINK.test(node.url)) refuse(node, source, `a link to "${node.url}"`, 'Link to http, https or mailto.');
				return [{ kind: 'link', href: node.url, inline: toInline(node.children, source, depth + 1) }];
			default:
				return refuse(node, source, ...nameOf(node.type));
		}
	});
}

function toTable(node: Table, source: Source): ProseBlock {
	const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => toInline(cell.children, source)));
	const sameWidth = rows.map((row) => head.map((_, column) => row[column] ?? []));
	return { kind: 'table', align: head.map((_, column) => node.align?.[column] ?? null), head, rows: sameWidth };
}

type Placed = { readonly position?: { readonly start: { readonly line: number } } | undefined };

/** Right in the file, not only in the Markdown, because the front matter was blanked and not cut. */
export const lineOf = (node: Placed): number => node.position?.start.line ?? 1;

function refuse(node: Placed, { file, ledger }: Source, found: string, remedy: string): [] {
	const expected = 'paragraphs, lists, quotes, tables, code, emphasis and links';
	ledger.error(`${file}:${lineOf(node)}`, { code: 'markdown-not-allowed', expected, found, remedy });
	return [];
}

function refusePlaceholders(node: Placed, text: string, { file, ledger }: Source, where: string): void {
	if (!/\{\{|%7B%7B/i.test(text)) return;
	ledger.error(
		`${file}:${lineOf(node)}`,
		wrong(
			'placeholder-not-in-text',
			'placeholders in running text only',
			`one in ${where}`,
			'Move it into the sentence.'
		)
	);
}

function nameOf(type: string): [found: string, remedy: string] {
	switch (type) {
		case 'html':
			return ['raw HTML', 'Write it in Markdown.'];
		case 'image':
		case 'imageReference':
			return ['an image', 'Take it out.'];
		case 'definition':
		case 'linkReference':
			return ['a link by reference', 'Write the address in the sentence: [words](https://…).'];
		default:
			return [type, 'Take it out.'];
	}
}
