// Rich text → pieces of the printed page.
import { plain as lettersOf } from '#core/instrument/fill.ts';
import type { Inline, Prose, ProseBlock } from '#core/instrument/prose.ts';
import { heightOf, heightOfLine } from './height.ts';
import { one, tied, type Piece } from './keep.ts';
import { across, colours, faces, type Column } from './look.ts';
import type { Fragment, Node, Style, TextNode } from './node.ts';
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

/** Where a text stands, and the air that it wants. */
type Place = Pick<Column, 'left' | 'width'> & Pick<Piece, 'above' | 'below' | 'bond'>;

/** A piece of rich text; plain text where that is all there is. */
export function rich(inline: readonly Inline[], face: Style, place: Place): Piece {
	const [only, ...more] = inline;
	if (only?.kind === 'text' && more.length === 0) return plain(only.text, face, place);
	return textOf(fragments(inline), lettersOf(inline), face, place);
}

export const plain = (text: string, face: Style, place: Place): Piece => textOf(text, text, face, place);

function textOf(text: TextNode['text'], letters: string, face: Style, { left, width, ...wishes }: Place): Piece {
	const height = heightOf(letters, face, width);
	const node: Node = { ...face, text, ...(left > 0 ? { margin: [left, 0, 0, 0] } : {}) };
	return { node, height, opening: Math.min(height + heightOfLine(face), 4 * heightOfLine(face)), ...wishes };
}

/** Each block is a piece, each item of a list one of its own, and a heading goes with what follows it. */
export function proseOf(prose: Prose, face: Style, column: Column): readonly Piece[] {
	return prose.flatMap((block) =>
		block.kind === 'list' ? listOf(block, face, column) : [pieceOf(block, face, column)]
	);
}

function pieceOf(block: Exclude<ProseBlock, { kind: 'list' }>, face: Style, column: Column): Piece {
	const { left, width } = column;
	const below = airBelow(face);
	switch (block.kind) {
		case 'paragraph':
			return rich(block.inline, face, { left, width, below });
		case 'heading': {
			const headed = block.level === 3 ? faces.subheading : faces.told;
			return rich(block.inline, headed, { left, width, above: 12, below: 3, bond: 'always' });
		}
		case 'quote':
			return one(proseOf(block.blocks, { ...face, color: colours.quiet }, indented(column)));
		case 'code-block':
			return plain(block.text, { ...faces.code, preserveLeadingSpaces: true }, { left, width, below });
		case 'rule':
			return { node: { canvas: [rule(width)], margin: [left, 0, 0, 0] }, height: 1, above: 12, below: 12 };
		case 'table': {
			const alignment = (at: number) => block.align[at] ?? 'left';
			const rows = block.rows.map((row) => row.map((cell) => fragments(cell)));
			return grid({ caption: null, head: block.head.map((cell) => fragments(cell)), rows, alignment }, column);
		}
	}
}

const airBelow = ({ fontSize = 10 }: Style): number => fontSize * 0.55;

const indented = (column: Column): Column => ({ ...column, left: column.left + indent, width: column.width - indent });

/** pdfmake's own lists set the marker after the first line, where a reader who copies the text would find it. */
function listOf(
	{ items, ordered }: Extract<ProseBlock, { kind: 'list' }>,
	face: Style,
	column: Column
): readonly Piece[] {
	return items.map((item, at) => {
		const marker: Node = ordered
			? { ...face, text: `${at + 1}.` }
			: { canvas: [{ type: 'ellipse', x: 5, y: (face.fontSize ?? 10) * 0.78, r1: 1.4, r2: 1.4, color: colours.ink }] };
		const beside: Node = { stack: [marker], relativePosition: { x: column.left, y: 0 } };
		return one(tied([{ node: beside, height: 0 }, ...proseOf(item, face, indented(column))], 'always'));
	});
}

export const rule = (width: number = across.width, weight = 0.6, colour: string = colours.line) =>
	({ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: colour }) as const;
