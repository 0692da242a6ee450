// One block of the report → pieces of the printed page, with verdicts and labels in the margin at the side.
import type { Verdict } from '#core/instrument/instrument.ts';
import type { AnswerBlock, Because, Block, CardBlock, ListBlock, PatternBlock } from '#core/report/report.ts';
import { mark } from '#lib/chart/mark.ts';
import { vectors } from '#lib/chart/vectors.ts';
import { sumOf, together, type Piece } from './keep.ts';
import { across, colours, faces, gap, palette, side, type Column } from './look.ts';
import type { Node } from './node.ts';
import { plain, proseOf, rich, rule } from './prose.ts';
import { tableOf } from './table.ts';
import { velocityOf } from './velocity.ts';

export function piecesOf(block: Exclude<Block, { kind: 'heading' | 'panel' }>, column: Column): readonly Piece[] {
	switch (block.kind) {
		case 'prose':
			return proseOf(block.prose, block.style === 'plain' ? column.body : faces[block.style], column);
		case 'velocity':
			return velocityOf(block, full(column));
		case 'card':
			return cardOf(block, column);
		case 'answer':
			return answerOf(block, column);
		case 'pattern':
			return patternOf(block, column);
		case 'list':
			return listOf(block, column);
		case 'table':
			return together(tableOf(block, full(column)));
	}
}

/** Drawings and tables take the margin at the side as well. */
const full = (column: Column): Column => (column.left > 0 ? across : column);

function cardOf({ verdict, label, title, heading, prose, because }: CardBlock, column: Column): readonly Piece[] {
	const head = [
		plain(title, faces.label, [0, 1, 0, 2]),
		...(heading.length > 0 ? [rich(heading, faces.told, [0, 0, 0, 5])] : [])
	];
	return beside(column, verdictOf(verdict, label), head, [
		...proseOf(prose, column.body, column),
		...becauseOf(because, column)
	]);
}

function answerOf({ asked, given, verdict, label, heading, prose }: AnswerBlock, column: Column): readonly Piece[] {
	const head = [
		rich(asked, faces.question, [0, 0, 0, 1]),
		plain(given, faces.given, [0, 0, 0, 5]),
		...(heading.length > 0 ? [rich(heading, faces.told, [0, 3, 0, 4])] : [])
	];
	return beside(column, label === null ? [] : verdictOf(verdict, label), head, proseOf(prose, column.body, column));
}

function patternOf({ label, title, prose, because }: PatternBlock, column: Column): readonly Piece[] {
	const head = [rich(title, faces.told, [0, 0, 0, 4])];
	const told = [...proseOf(prose, column.body, column), ...becauseOf(because, column)];
	return beside(column, [{ ...faces.verdict, text: label, color: colours.accent }], head, told);
}

function listOf({ items }: ListBlock, { left, width, body }: Column): readonly Piece[] {
	return items.flatMap(({ text, detail }) =>
		together([
			{ node: { canvas: [rule(width)], margin: [left, 0, 0, 4] }, height: 4 },
			rich(text, body, [left, 0, 0, detail === null ? 6 : 0], width),
			...(detail === null ? [] : [plain(detail, faces.given, [left, 0, 0, 5], width)])
		])
	);
}

/** A rule, the label at the side of the opening (above it where there is no side), and the rest: on one page if it fits. */
function beside(
	{ left, width }: Column,
	label: Node[],
	head: readonly Piece[],
	rest: readonly Piece[]
): readonly Piece[] {
	const opening = head.map(({ node }) => node);
	const node: Node =
		left > 0
			? {
					columns: [
						{ stack: label, width: side },
						{ stack: opening, width }
					],
					columnGap: gap
				}
			: { stack: [...label, ...opening] };
	return together([
		{ node: { canvas: [rule(left + width)], margin: [0, 6, 0, 9] }, height: 15, withNext: true },
		{ node, height: sumOf(head), withNext: rest.length > 0 },
		...rest,
		{ node: { text: '', fontSize: 2 }, height: 3 }
	]);
}

/** The mark is laid beside its word without taking room of its own. */
function verdictOf(verdict: Verdict | null, label: string): Node[] {
	return [
		{ canvas: vectors(mark(verdict), 11, 11, palette), relativePosition: { x: 0, y: 0.5 } },
		{ ...faces.verdict, text: label, color: palette[verdict ?? 'unknown'], margin: [16, 0, 0, 0] }
	];
}

function becauseOf({ label, lines }: Because, { left, width }: Column): readonly Piece[] {
	if (lines.length === 0) return [];
	return [
		{ ...plain(label, { ...faces.note, bold: true }, [left, 3, 0, 1], width), withNext: true },
		...lines.map((line) => plain(line, faces.note, [left, 0, 0, 2], width))
	];
}
