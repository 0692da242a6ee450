// Pieces of the printed page → nodes, with what belongs together on one page kept together.
import type { Node, Style } from './node.ts';
import { page } from './look.ts';

/** A node with a guess of its height, in points, and whether it may stand at the foot of a page without what follows. */
export type Piece = { readonly node: Node; readonly height: number; readonly withNext?: boolean };

/**
 * pdfmake drops what an unbreakable stack holds beyond one page, so only what is surely shorter may become one:
 * the guess can be wrong by half (wide letters) and the stack still fits.
 */
const most = page.height * 0.6;

/** About how high a text is when set in this face to this width: half an em a letter. */
export function heightOf(text: string, face: Style, width: number): number {
	const size = face.fontSize ?? 10;
	const letters = Math.max(1, Math.floor(width / (size * 0.5)));
	const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
	return lines * size * 1.5;
}

export const sumOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.height, 0);

/** One piece that is never split where that is safe; else its parts, which may. */
export function together(pieces: readonly Piece[]): readonly Piece[] {
	const height = sumOf(pieces);
	if (pieces.length === 0 || height > most) return pieces;
	const withNext = pieces.at(-1)?.withNext ?? false;
	return [{ node: unbreakable(pieces.map((piece) => piece.node)), height, withNext }];
}

/** Every piece that must not stand alone joins the one after it. */
export function flow(pieces: readonly Piece[]): Node[] {
	const nodes: Node[] = [];
	let waiting: Piece[] = [];
	for (const piece of pieces) {
		waiting.push(piece);
		if (piece.withNext === true && sumOf(waiting) < most) continue;
		nodes.push(...together(waiting).map(({ node }) => node));
		waiting = [];
	}
	return [...nodes, ...waiting.map(({ node }) => node)];
}

/** A page break is taken before the transaction that holds a stack together, so it moves out to the stack. */
function unbreakable(nodes: Node[]): Node {
	const [first, ...rest] = nodes;
	if (first === undefined) return { stack: [] };
	if (rest.length === 0) return { ...first, unbreakable: true };
	if (first.pageBreak === undefined) return { stack: nodes, unbreakable: true };
	const { pageBreak, ...opening } = first;
	return { stack: [opening, ...rest], unbreakable: true, pageBreak };
}
