// Pieces of the printed page → nodes with the air between them, and what belongs together kept on one page.
import { heightOfNode } from './height.ts';
import { page } from './look.ts';
import type { Node } from './node.ts';

/**
 * Something to set, without air of its own. `flow` puts the air above each piece and never below one: for pdfmake air
 * that does not fit below is a reason to begin a page, which then stays blank, and air above vanishes at its top.
 */
export type Piece = {
	readonly node: Node;
	/** A guess, in points. */
	readonly height: number;
	/** Points of air wanted; between two pieces the larger wish counts. */
	readonly above?: number | undefined;
	readonly below?: number | undefined;
	/** What ties it to the piece after it: always, or as long as all that is tied is `short`. */
	readonly bond?: 'always' | 'if-short' | undefined;
	/** The chain that it is tied into stays whole on one page, even if it is not short, unless it would fill one. */
	readonly unsplit?: boolean;
	/** The chain that ends in it breaks inside it even where it is short. */
	readonly loose?: boolean;
	/** Where it may break by itself: the points of its beginning that must stand together. */
	readonly opening?: number | undefined;
};

/** What is tied together and no higher than this is not split: a page that it had to leave is still over 60% full. */
const short = page.height * 0.36;

/** pdfmake drops what an unbreakable stack holds beyond one page: the guess may be wrong by half. */
const most = page.height * 0.6;

export const sumOf = (pieces: readonly Piece[]): number =>
	pieces.reduce((sum, piece, at) => sum + piece.height + airBetween(pieces[at - 1], piece), 0);

/** A drawing and the texts in it, which do not break. */
export const drawing = (node: Node, { width, ...air }: Pick<Piece, 'above' | 'below'> & { width: number }): Piece => ({
	node,
	height: heightOfNode(node, width),
	...air
});

/** Several pieces as one, which `flow` keeps on one page if it is short enough. */
export function one(pieces: readonly Piece[]): Piece {
	const breaks = pieces.findIndex(({ opening }) => opening !== undefined);
	return {
		node: { stack: set(pieces) },
		height: sumOf(pieces),
		above: pieces[0]?.above,
		below: pieces.at(-1)?.below,
		bond: pieces.at(-1)?.bond,
		opening: breaks < 0 ? undefined : sumOf(pieces.slice(0, breaks)) + (pieces[breaks]?.opening ?? 0)
	};
}

/** Tied one to the next; the last one keeps the bond that it has. */
export const tied = (pieces: readonly Piece[], bond: 'always' | 'if-short'): readonly Piece[] =>
	pieces.map((piece, at) => (at === pieces.length - 1 || piece.bond === 'always' ? piece : { ...piece, bond }));

/** Tied no more than they must be, and where that is tied ends, it may break: long runs of such pieces fill each page. */
export const loosened = (pieces: readonly Piece[]): readonly Piece[] =>
	pieces.map(({ bond, ...piece }) => (bond === 'always' ? { ...piece, bond } : { ...piece, loose: true }));

/** Whole again, if short. */
export const whole = (pieces: readonly Piece[]): readonly Piece[] =>
	tied(
		pieces.map((piece) => ({ ...piece, loose: false })),
		'if-short'
	);

/** The pieces as nodes with air above each, above the first as much as is given. */
export const set = (pieces: readonly Piece[], air = 0): Node[] =>
	pieces.map((piece, at) => placed(piece.node, at === 0 ? air : airBetween(pieces[at - 1], piece)));

export function flow(pieces: readonly Piece[]): Node[] {
	const isWhole = (chain: readonly Piece[]): boolean =>
		!chain.some(({ loose }) => loose === true) &&
		sumOf(chain) <= (chain.some(({ unsplit }) => unsplit === true) ? most : short);
	const chains = chainsOf(pieces, ({ bond }) => bond !== undefined).flatMap((chain) =>
		isWhole(chain) ? [chain] : chainsOf(chain, ({ bond }) => bond === 'always')
	);
	return chains.flatMap((chain, at) => {
		const air = airBetween(chains[at - 1]?.at(-1), chain[0]);
		return isWhole(chain) ? [unbreakable(set(chain), air)] : broken(chain, air);
	});
}

/**
 * A chain that is too high breaks inside a piece that may, as late as it can. What stands before it asks for room enough
 * to hold the piece's beginning as well, and the piece is pulled up into that room.
 */
function broken(chain: readonly Piece[], air: number): Node[] {
	const fits = sumOf(chain) <= most;
	const at = fits && chain.at(-1)?.opening === undefined ? -1 : breakOf(chain);
	const piece = chain[at];
	if (piece === undefined) return fits ? [unbreakable(set(chain), air)] : set(chain, air);
	const before = chain.slice(0, at);
	const after = chain.slice(at + 1);
	const rest = after.length === 0 ? [] : broken(after, airBetween(piece, after[0]));
	const between = airBetween(before.at(-1), piece);
	if (before.length === 0) return [placed(piece.node, air), ...rest];
	if (sumOf(before) > most) return [...broken(before, air), placed(piece.node, between), ...rest];
	const room = Math.min(piece.opening ?? 0, most - sumOf(before));
	return [unbreakable(set(before), air, between + room), placed(piece.node, -room), ...rest];
}

function breakOf(chain: readonly Piece[]): number {
	const late = chain.findLastIndex(
		({ opening }, at) => opening !== undefined && sumOf(chain.slice(0, at)) + opening <= short
	);
	return late >= 0 ? late : chain.findIndex(({ opening }) => opening !== undefined);
}

function chainsOf(pieces: readonly Piece[], holds: (piece: Piece) => boolean): readonly (readonly Piece[])[] {
	const chains: Piece[][] = [];
	pieces.forEach((piece, at) => {
		const previous = pieces[at - 1];
		const chain = previous !== undefined && holds(previous) ? chains.at(-1) : undefined;
		if (chain === undefined) chains.push([piece]);
		else chain.push(piece);
	});
	return chains;
}

const airBetween = (upper: Piece | undefined, lower: Piece | undefined): number =>
	upper === undefined ? 0 : Math.max(upper.below ?? 0, lower?.above ?? 0);

function placed(node: Node, above: number, below = 0): Node {
	const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0];
	return above === 0 && below === 0 ? node : { ...node, margin: [left, top + above, right, bottom + below] };
}

/** `room` is kept free below. A page break would be taken inside what holds the stack together: it moves out to it. */
function unbreakable(nodes: readonly Node[], air: number, room = 0): Node {
	const stack = nodes.map((node, at) => {
		const { pageBreak: _, ...rest } = placed(node, 0, at === nodes.length - 1 ? room : 0);
		return rest;
	});
	const pageBreak = nodes[0]?.pageBreak;
	return placed({ stack, unbreakable: true, ...(pageBreak === undefined ? {} : { pageBreak }) }, air);
}
