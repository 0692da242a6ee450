// Prose → its words: what a count of words, a search for sentences and a list of placeholders look at.
import { plain } from './fill.ts';
import type { Inline, Prose, ProseBlock } from './prose.ts';

/** The lines of text in prose, in reading order: paragraphs, headings, cells. Code blocks are no words. */
export function linesOf(prose: Prose): readonly (readonly Inline[])[] {
	return prose.flatMap((block: ProseBlock): readonly (readonly Inline[])[] => {
		switch (block.kind) {
			case 'paragraph':
			case 'heading':
				return [block.inline];
			case 'list':
				return block.items.flatMap(linesOf);
			case 'quote':
				return linesOf(block.blocks);
			case 'table':
				return [block.head, ...block.rows].flat();
			default:
				return [];
		}
	});
}

/** Every placeholder node in lines of text, also inside emphasis and links. */
export function placeholderNodes(
	lines: readonly (readonly Inline[])[]
): readonly Extract<Inline, { kind: 'placeholder' }>[] {
	return lines.flat().flatMap((node) => {
		if (node.kind === 'placeholder') return [node];
		return 'inline' in node ? placeholderNodes([node.inline]) : [];
	});
}

/** The names of the placeholders in a heading and its text, each once, in the order in which they stand. */
export const placeholdersIn = (heading: readonly Inline[], body: Prose): readonly string[] => [
	...new Set(placeholderNodes([heading, ...linesOf(body)]).map(({ name }) => name))
];

/** How many words a reader meets; a placeholder counts as one. */
export const countWords = (prose: Prose): number =>
	linesOf(prose).reduce((sum, line) => sum + wordsIn(plain(line)).length, 0);

/** The sentences of prose as lists of words, in small letters and without punctuation. */
export const sentencesIn = (prose: Prose): readonly (readonly string[])[] =>
	linesOf(prose)
		.flatMap((line) => plain(line).split(/[.!?…]+(?=\s|["'”’)]|$)/))
		.map(wordsIn);

/** The words that prose begins with, in small letters and without punctuation; empty where it has none. */
export const openingOf = (prose: Prose, count: number): string =>
	linesOf(prose)
		.slice(0, 1)
		.map((line) => wordsIn(plain(line)).slice(0, count).join(' '))
		.join('');

const wordsIn = (text: string): string[] =>
	text
		.toLowerCase()
		.match(/\{\{[^}]*\}\}|[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)
		?.map((word) => word.replace(/[.,'’-]+$/, '')) ?? [];
