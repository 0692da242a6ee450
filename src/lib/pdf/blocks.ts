// One block of the report → pieces of the printed page, with verdicts and labels in the margin at the side.
import type { Verdict } from '#core/instrument/instrument.ts';
import type {
	AnswerBlock,
	AnswerPeers,
	Because,
	Block,
	CardBlock,
	ListBlock,
	PatternBlock
} from '#core/report/report.ts';
import { among } from '#lib/chart/among.ts';
import { mark } from '#lib/chart/mark.ts';
import { vectors } from '#lib/chart/vectors.ts';
import { dotsOf } from './dots.ts';
import { heightOfNode } from './height.ts';
import { drawing, loosened, one, set, sumOf, tied, type Piece } from './keep.ts';
import { across, colours, faces, gap, palette, side, type Column } from './look.ts';
import type { Node } from './node.ts';
import { plain, proseOf, rich, rule } from './prose.ts';
import { movesOf } from './moves.ts';
import { tableOf } from './table.ts';
import { velocityOf } from './velocity.ts';

export function piecesOf(block: Exclude<Block, { kind: 'heading' | 'panel' }>, column: Column): readonly Piece[] {
	switch (block.kind) {
		case 'prose':
			return saidOf(block, column);
		case 'velocity':
			return velocityOf(block, full(column));
		case 'card':
			return cardOf(block, column);
		case 'answer':
			return answerOf(block, column);
		case 'pattern':
			return patternOf(block, column);
		case 'moves':
			return movesOf(block, column);
		case 'list':
			return listOf(block, column);
		case 'dots':
			return dotsOf(block, column);
		case 'table':
			return tableOf(block, block.head.length > 2 ? full(column) : column);
	}
}

/** A lead keeps clear of the small print that may stand above it. */
function saidOf({ prose, style }: Extract<Block, { kind: 'prose' }>, column: Column): readonly Piece[] {
	const pieces = proseOf(prose, style === 'plain' ? column.body : faces[style], column);
	return style === 'lead' ? pieces.map((piece, at) => (at === 0 ? { ...piece, above: 10 } : piece)) : pieces;
}

/** Drawings and wide tables take the margin at the side as well. */
const full = (column: Column): Column => (column.left > 0 && column.isClosed !== true ? across : column);

/** The opening of a block stands beside its label. */
const inside = (column: Column) => ({ left: 0, width: column.width });

function cardOf({ verdict, label, title, heading, prose, because }: CardBlock, column: Column): readonly Piece[] {
	const place = inside(column);
	const head = [
		plain(title, faces.label, { ...place, below: 2 }),
		...(heading.length > 0 ? [rich(heading, faces.told, { ...place, below: 4 })] : [])
	];
	const [first, ...rest] = beside(column, verdictOf(verdict, label), head, told(prose, because, column));
	return first === undefined ? [] : [{ ...first, unsplit: true }, ...rest];
}

function answerOf(
	{ asked, given, peers, verdict, label, heading, prose }: AnswerBlock,
	column: Column
): readonly Piece[] {
	const place = inside(column);
	const head = [
		rich(asked, faces.question, { ...place, below: 1 }),
		plain(given, faces.given, { ...place, below: peers === undefined ? 5 : 3 }),
		...(peers === undefined ? [] : [amongPeers(peers, column.width)]),
		...(heading.length > 0 ? [rich(heading, faces.told, { ...place, above: 7, below: 4 })] : [])
	];
	const rest = proseOf(prose, column.body, column);
	return loosened(beside(column, label === null ? [] : verdictOf(verdict, label), head, rest));
}

/** A small drawing with what it says behind it. */
function amongPeers(peers: AnswerPeers, width: number): Piece {
	const length = 84;
	const node: Node = {
		columns: [
			{ canvas: vectors(among(peers), length, 9, palette), margin: [0, 1.5, 0, 0], width: length },
			{ ...faces.small, text: peers.sentence, width: '*' }
		],
		columnGap: 10
	};
	return drawing(node, { width, below: 5 });
}

function patternOf({ label, title, prose, because }: PatternBlock, column: Column): readonly Piece[] {
	const head = [rich(title, faces.told, { ...inside(column), below: 4 })];
	const beforehand: Node = { ...faces.verdict, text: label, color: colours.accent };
	return beside(column, [beforehand], head, told(prose, because, column));
}

function listOf({ items }: ListBlock, column: Column): readonly Piece[] {
	const { left, width, body, isClosed = false } = column;
	const air = isClosed ? 3 : left > 0 ? 6 : 4;
	const quiet = isClosed ? faces.small : faces.given;
	const line = (): Piece => ({
		node: { canvas: [rule(width)], margin: [left, 0, 0, 0] },
		height: 1,
		above: air,
		below: Math.min(air, 4)
	});
	const pieces = items.map(({ text, detail }, at) =>
		one([
			...(isClosed && at === 0 ? [] : [line()]),
			rich(text, body, { left, width, below: detail === null ? air : isClosed ? 1 : 0 }),
			...(detail === null ? [] : [plain(detail, quiet, { left, width, below: air })])
		])
	);
	return tied(pieces, 'if-short');
}

/**
 * A rule, the label at the side of the opening (above it where there is no side), then the rest: whole if that is short,
 * else what opens it with the first piece of the rest.
 */
function beside(
	{ left, width }: Column,
	label: Node[],
	head: readonly Piece[],
	rest: readonly Piece[]
): readonly Piece[] {
	const opening: Node = { stack: set(head), margin: [left, 0, 0, 0] };
	// At the side the label takes no room of its own, so that two lines of it do not push the opening from its text.
	const height = heightOfNode({ stack: label }, side);
	const isAside = left > 0 && height < mostAside;
	const aside: Node = { stack: [{ stack: label, margin: [0, 0, width + gap, 0] }], relativePosition: { x: 0, y: 0 } };
	const node: Node = { stack: isAside ? [aside, opening] : [...label, opening] };
	return [
		{ node: { canvas: [rule(left + width)] }, height: 1, above: 15, below: 9, bond: 'always' },
		{
			node,
			height: sumOf(head) + (isAside ? 0 : height),
			below: head.at(-1)?.below,
			bond: rest.length > 0 ? 'always' : undefined
		},
		...tied(rest, 'if-short')
	];
}

/** A label that is higher than the shortest block goes above it. */
const mostAside = 40;

/** The mark is laid beside its word without taking room of its own. */
function verdictOf(verdict: Verdict | null, label: string): Node[] {
	return [
		{ canvas: vectors(mark(verdict), 11, 11, palette), relativePosition: { x: 0, y: 0.5 } },
		{ ...faces.verdict, text: label, color: palette[verdict ?? 'unknown'], margin: [16, 0, 0, 0] }
	];
}

/** What a claim rests on stands under the end of it, never alone on a page. */
function told(prose: CardBlock['prose'], { label, lines }: Because, column: Column): readonly Piece[] {
	const { left, width } = column;
	const pieces = proseOf(prose, column.body, column);
	if (lines.length === 0) return pieces;
	const because = one([
		plain(label, { ...faces.note, bold: true }, { left, width, above: 8, below: 1 }),
		...lines.map((line) => plain(line, faces.note, { left, width, below: 2 }))
	]);
	return [...pieces.slice(0, -1), ...pieces.slice(-1).map((last) => ({ ...last, bond: 'always' as const })), because];
}
