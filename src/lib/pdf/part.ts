// One part of the report → nodes that begin on a new page, with the person's picture to the right of the company's.
import type { Block, HeadingBlock, PanelBlock, Part, TableBlock } from '#core/report/report.ts';
import { piecesOf } from './blocks.ts';
import { heightOf } from './height.ts';
import { flow, set, sumOf, tied, whole, type Piece } from './keep.ts';
import { across, colours, faces, page, reading, type Column } from './look.ts';
import type { Margin, Node } from './node.ts';
import { picture, words } from './panel.ts';
import { rule } from './prose.ts';
import { rowsOf } from './table.ts';

const between = 22;
const wide = (page.width - between) * 0.65;
const narrow = page.width - between - wide;
const spread: Column = { left: 0, width: wide, body: faces.compact };

export function partOf(part: Part): Node[] {
	const panels = part.blocks.filter((block) => block.kind === 'panel');
	if (!panels.some(({ about }) => about === 'company')) return flow([openingOf(part), ...blocksOf(part, reading)]);
	return [...flow([openingOf(part)]), ...spreadOf(part, panels)];
}

/** All that is about the company on the left, the person on the right, and the company's picture once more in numbers. */
function spreadOf(part: Part, panels: readonly PanelBlock[]): readonly Node[] {
	const persons = panels.filter(({ about }) => about === 'personal');
	const companies = panels.filter(({ about }) => about === 'company');
	const company = {
		...part,
		blocks: part.blocks.filter((block) => block.kind !== 'panel' || block.about === 'company')
	};
	const left = blocksOf(company, spread);
	// Where there is no person, the numbers have the right side for themselves.
	const below = persons.length === 0 ? [] : companies.map((panel) => words(panel, page.width));
	const right =
		persons.length === 0
			? companies.map((panel) => words(panel, narrow))
			: persons.flatMap((panel) => [picture(panel, narrow), words(panel, narrow)]);
	const columns: Node = {
		columns: [
			{ stack: flow(left), width: wide },
			{ stack: flow(right), width: narrow }
		],
		columnGap: between,
		margin: [0, belowAir, 0, 0]
	};
	const height = titleHeight + Math.max(sumOf(left), sumOf(right)) + sumOf(below);
	const free = page.height - height * ofGuess;
	const air = Math.min(most, Math.max(belowAir, free / 2));
	return [columns, ...flow(below).map((node) => ({ ...node, margin: [0, air, 0, 0] satisfies Margin }))];
}

export function blocksOf(part: Part<string>, column: Column): readonly Piece[] {
	return part.blocks.flatMap((block, at): readonly Piece[] => {
		if (column === reading && isSmall(block)) {
			const tables = isSmall(part.blocks[at - 1]) ? [] : abreast(part.blocks.slice(at));
			if (tables.length !== 1) return rowsOf(tables);
		}
		if (block.kind === 'heading') return [headingOf(block, part.id, column)];
		if (block.kind === 'panel') return [panelOf(block, column)];
		const last = at === part.blocks.length - 1;
		const pieces = last ? whole(piecesOf(block, column)) : piecesOf(block, column);
		return isLead(pieces, part.blocks[at - 1], part.blocks[at + 1]) ? leading(pieces) : pieces;
	});
}

/** Tables of two columns and few rows that follow each other. */
function abreast(blocks: readonly Block[]): readonly TableBlock[] {
	const end = blocks.findIndex((block) => !isSmall(block));
	return (end < 0 ? blocks : blocks.slice(0, end)).filter(isSmall);
}

const isSmall = (block: Block | undefined): block is TableBlock =>
	block?.kind === 'table' && block.head.length === 2 && block.rows.length <= 8;

/** A sentence or two between a heading and what they introduce belong to both. */
const isLead = (pieces: readonly Piece[], before: Block | undefined, after: Block | undefined): boolean =>
	before?.kind === 'heading' &&
	after !== undefined &&
	after.kind !== 'heading' &&
	after.kind !== 'prose' &&
	sumOf(pieces) < 90;

const leading = (pieces: readonly Piece[]): readonly Piece[] =>
	tied(pieces, 'always').map((piece) => ({ ...piece, bond: 'always' }));

/** Beside its numbers where the whole page is there for it; alone in a spread, where the numbers stand at the foot. */
function panelOf(panel: PanelBlock, column: Column): Piece {
	if (column === spread) return picture(panel, column.width);
	const columns = [picture(panel, wide), words(panel, narrow)];
	return {
		node: {
			columns: columns.map((piece, at) => ({ stack: set([piece]), width: at === 0 ? wide : narrow })),
			columnGap: between
		},
		height: Math.max(...columns.map(({ height }) => height)),
		above: 8,
		below: 12
	};
}

const openingAir = 14;
/** Above the pictures, and between them and the numbers at their foot: a full page has little to spare. */
const belowAir = 7;
/** Between them where there is room. */
const most = 22;

const titleHeight = 70;
/** What a page of short lines and figures takes of the height that is guessed for it, at most. */
const ofGuess = 0.88;

function openingOf(part: Part): Piece {
	const title = titleOf(part.id, part.title);
	const opening: Node = { canvas: [rule(across.width, 1.4, colours.ink)] };
	const height = 9 + heightOf(part.title, faces.part, across.width);
	return { node: { stack: [opening, title], pageBreak: 'before' }, height, below: openingAir, bond: 'always' };
}

/** In the contents and among the bookmarks. */
export const titleOf = (part: string, text: string): Node => ({
	...faces.part,
	text,
	id: partId(part),
	tocItem: true,
	tocStyle: { bold: true },
	tocMargin: [0, 9, 0, 1],
	outline: true,
	outlineExpanded: true,
	margin: [0, 8, 0, 0]
});

/** A small heading stands over its text; a larger one over the margin at the side as well. */
function headingOf({ id, level, text }: HeadingBlock, part: string, { left, width }: Column): Piece {
	if (level === 3) {
		const node: Node = { ...faces.subheading, text, margin: [left, 0, 0, 0] };
		return {
			node,
			height: heightOf(text, faces.subheading, width),
			above: left > 0 ? 18 : 12,
			below: 3,
			bond: 'always'
		};
	}
	const node: Node = {
		...faces.heading,
		text,
		id: `heading-${id}`,
		tocItem: true,
		tocMargin: [14, 1, 0, 1],
		outline: true,
		outlineParentId: partId(part)
	};
	return { node, height: heightOf(text, faces.heading, width), above: 26, below: 8, bond: 'always' };
}

const partId = (id: string): string => `part-${id}`;
