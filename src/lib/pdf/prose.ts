// Rich text → pieces of the printed page.
import { plain as lettersOf } from '#core/instrument/fill.ts';
import type { Inline, Prose, ProseBlock } from '#core/instrument/prose.ts';
import { heightOf, sumOf, together, type Piece } from './keep.ts';
import { across, colours, faces, reading, type Column } from './look.ts';
import type { Fragment, Margin, Node, Style, TextNode } from './node.ts';
import { grid } from './table.ts';

const indent = 16;

/** Text in the running line, as fragments that each carry their own style. */
export function fragments(inline: readonly Inline[], style: Style = {}): Fragment[] {
	return inline.flatMap((node): Fragment[] => {
		switch (node.kind) {
			case 'text':
				return [{ ...style, text: node.text }];
			case 'code':
				return [{ ...style, ...faces.code, text: node.text }];
			case 'strong':
				return fragments(node.inline, { ...style, bold: true });
			case 'emphasis':
				return fragments(node.inline, { ...style, italics: true });
			case 'link':
				return fragments(node.inline, { ...style, link: node.href, color: colours.accent, decoration: 'underline' });
			case 'break':
				return [{ ...style, text: '\n' }];
			case 'placeholder':
				return [];
		}
	});
}

/** A text node of rich text with its height; plain text where that is all there is. */
export function rich(inline: readonly Inline[], face: Style, margin: Margin, width: number = reading.width): Piece {
	const [only, ...more] = inline;
	const text: TextNode['text'] = only?.kind === 'text' && more.length === 0 ? only.text : fragments(inline);
	return { node: { ...face, text, margin }, height: heightOf(lettersOf(inline), face, width) + margin[1] + margin[3] };
}

export function plain(text: string, face: Style, margin: Margin, width: number = reading.width): Piece {
	return { node: { ...face, text, margin }, height: heightOf(text, face, width) + margin[1] + margin[3] };
}

/** Each block is a piece, each item of a list one of its own, and a heading goes with what follows it. */
export function proseOf(prose: Prose, face: Style, column: Column): readonly Piece[] {
	return prose.flatMap((block) =>
		block.kind === 'list' ? listOf(block, face, column) : [pieceOf(block, face, column)]
	);
}

function pieceOf(block: Exclude<ProseBlock, { kind: 'list' }>, face: Style, column: Column): Piece {
	const { left, width } = column;
	const below = (face.fontSize ?? 10) * 0.55;
	switch (block.kind) {
		case 'paragraph':
			return rich(block.inline, face, [left, 0, 0, below], width);
		case 'heading':
			return {
				...rich(block.inline, block.level === 3 ? faces.subheading : faces.told, [left, 8, 0, 4], width),
				withNext: true
			};
		case 'quote': {
			const pieces = proseOf(block.blocks, { ...face, color: colours.quiet }, indented(column));
			return { node: { stack: pieces.map(({ node }) => node) }, height: sumOf(pieces) };
		}
		case 'code-block':
			return plain(block.text, { ...faces.code, preserveLeadingSpaces: true }, [left, 0, 0, below], width);
		case 'rule':
			return { node: { canvas: [rule(width)], margin: [left, 6, 0, 12] }, height: 18 };
		case 'table': {
			const rows = block.rows.map((row) => row.map((cell) => fragments(cell)));
			const alignment = (at: number) => block.align[at] ?? 'left';
			return grid({ caption: null, head: block.head.map((cell) => fragments(cell)), rows, alignment }, column);
		}
	}
}

const indented = (column: Column): Column => ({ ...column, left: column.left + indent, width: column.width - indent });

/** pdfmake's own lists set the marker after the first line, where a reader who copies the text would find it. */
function listOf(
	{ items, ordered }: Extract<ProseBlock, { kind: 'list' }>,
	face: Style,
	column: Column
): readonly Piece[] {
	return items.flatMap((item, at) => {
		const marker: Node = ordered
			? { ...face, text: `${at + 1}.` }
			: { canvas: [{ type: 'ellipse', x: 5, y: (face.fontSize ?? 10) * 0.78, r1: 1.4, r2: 1.4, color: colours.ink }] };
		const beside: Node = { stack: [marker], relativePosition: { x: column.left, y: 0 } };
		return together([{ node: beside, height: 0, withNext: true }, ...proseOf(item, face, indented(column))]);
	});
}

export const rule = (width: number = across.width, weight = 0.6, colour: string = colours.line) =>
	({ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: colour }) as const;
