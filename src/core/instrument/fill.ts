// Texts with placeholders + values → the text that a reader sees. Values become text nodes, whatever they contain.
import { holds, type Facts } from './holds.ts';
import type { Text } from './instrument.ts';
import type { Inline, Prose, ProseBlock } from './prose.ts';

/** What stands for each placeholder, by its full name (`answer`, `index.win-rate`). */
type Fillings = Readonly<Record<string, string>>;

/** Replaces every placeholder in a line of text; one without a value becomes nothing. */
export function fillInline(inline: readonly Inline[], values: Fillings): Inline[] {
	return inline.map((node): Inline => {
		switch (node.kind) {
			case 'placeholder':
				return { kind: 'text', text: valueOf(node.name, values) };
			case 'strong':
			case 'emphasis':
			case 'link':
				return { ...node, inline: fillInline(node.inline, values) };
			default:
				return node;
		}
	});
}

/** Replaces every placeholder in blocks of prose; one without a value becomes nothing. */
export const fillProse = (prose: Prose, values: Fillings): Prose =>
	eachLine(prose, (inline) => fillInline(inline, values));

/** The same prose with every line of text in it changed: paragraphs, headings, cells. */
export function eachLine(prose: Prose, change: (inline: readonly Inline[]) => readonly Inline[]): Prose {
	return prose.map((block): ProseBlock => {
		switch (block.kind) {
			case 'paragraph':
			case 'heading':
				return { ...block, inline: change(block.inline) };
			case 'list':
				return { ...block, items: block.items.map((item) => eachLine(item, change)) };
			case 'quote':
				return { ...block, blocks: eachLine(block.blocks, change) };
			case 'table':
				return {
					...block,
					head: block.head.map(change),
					rows: block.rows.map((row) => row.map(change))
				};
			default:
				return block;
		}
	});
}

/** The words alone, without emphasis and links; a placeholder that was not filled reads as in the source. */
export function plain(inline: readonly Inline[]): string {
	return inline
		.map((node) => {
			switch (node.kind) {
				case 'text':
				case 'code':
					return node.text;
				case 'break':
					return ' ';
				case 'placeholder':
					return `{{${node.name}}}`;
				default:
					return plain(node.inline);
			}
		})
		.join('');
}

/** The first text whose condition holds and none of whose placeholders is missing or empty; null where there is none. */
export const choose = <T extends Text>(texts: readonly T[], facts: Facts, values: Fillings): T | null =>
	texts.find(
		({ when, placeholders }) => placeholders.every((name) => valueOf(name, values) !== '') && holds(when, facts)
	) ?? null;

/** The same, filled. */
export function pick(
	texts: readonly Text[],
	facts: Facts,
	values: Fillings
): { readonly heading: readonly Inline[]; readonly body: Prose } | null {
	const text = choose(texts, facts, values);
	if (text === null) return null;
	if (text.placeholders.length === 0) return text;
	return { heading: fillInline(text.heading, values), body: fillProse(text.body, values) };
}

/** Only text counts: a name that every object inherits, such as `constructor`, has no value here. */
function valueOf(name: string, values: Fillings): string {
	const value: unknown = values[name];
	return typeof value === 'string' ? value : '';
}
