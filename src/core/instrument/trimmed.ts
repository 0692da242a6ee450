// A line of text → the same without white space at either end.
import type { Inline } from './prose.ts';

/** Without white space at either end, and without the text nodes that were nothing else. */
export function trimmed(inline: readonly Inline[]): Inline[] {
	return inline
		.map((node, position): Inline => {
			if (node.kind !== 'text') return node;
			const text = position === 0 ? node.text.trimStart() : node.text;
			return { ...node, text: position === inline.length - 1 ? text.trimEnd() : text };
		})
		.filter((node) => node.kind !== 'text' || node.text !== '');
}
