// One part of the report → nodes that begin on a new page, with the person's picture to the right of the company's.
import type { HeadingBlock, PanelBlock, Part } from '#core/report/report.ts';
import { piecesOf } from './blocks.ts';
import { flow, heightOf, type Piece } from './keep.ts';
import { across, colours, faces, page, reading, type Column } from './look.ts';
import type { Node } from './node.ts';
import { picture, words } from './panel.ts';
import { rule } from './prose.ts';

const between = 22;
const wide = (page.width - between) * 0.63;
const narrow = page.width - between - wide;
const spread: Column = { left: 0, width: wide, body: faces.compact };

export function partOf(part: Part): Node[] {
	const panels = part.blocks.filter((block) => block.kind === 'panel');
	if (!panels.some(({ about }) => about === 'company')) return flow([openingOf(part), ...blocksOf(part, reading)]);
	return [...flow([openingOf(part)]), spreadOf(part, panels)];
}

/** All that is about the company on the left; on the right the person, and every picture once more in numbers. */
function spreadOf(part: Part, panels: readonly PanelBlock[]): Node {
	const persons = panels.filter(({ about }) => about === 'personal');
	const company = {
		...part,
		blocks: part.blocks.filter((block) => block.kind !== 'panel' || block.about === 'company')
	};
	return {
		columns: [
			{ stack: flow(blocksOf(company, spread)), width: wide },
			{
				stack: [
					...persons.map((panel) => picture(panel, narrow)),
					...[...panels].reverse().map((panel) => words(panel, narrow))
				],
				width: narrow
			}
		],
		columnGap: between
	};
}

function blocksOf(part: Part, column: Column): readonly Piece[] {
	return part.blocks.flatMap((block): readonly Piece[] => {
		if (block.kind === 'heading') return [headingOf(block, part.id, column)];
		return block.kind === 'panel' ? [panelOf(block, column)] : piecesOf(block, column);
	});
}

/** Beside its numbers where the whole page is there for it; alone in a spread, which gathers the numbers. */
function panelOf(panel: PanelBlock, column: Column): Piece {
	if (column === spread) return { node: picture(panel, column.width), height: 330 };
	const columns: Node[] = [
		{ stack: [picture(panel, wide)], width: wide },
		{ stack: [words(panel, narrow)], width: narrow }
	];
	return { node: { columns, columnGap: between, margin: [0, 8, 0, 4], unbreakable: true }, height: 330 };
}

function openingOf(part: Part): Piece {
	const title: Node = {
		...faces.part,
		text: part.title,
		id: partId(part.id),
		tocItem: true,
		tocStyle: { bold: true },
		tocMargin: [0, 9, 0, 1],
		outline: true,
		outlineExpanded: true,
		margin: [0, 0, 0, 14]
	};
	const opening: Node = { canvas: [rule(across.width, 1.4, colours.ink)], margin: [0, 0, 0, 8] };
	return { node: { stack: [opening, title], pageBreak: 'before' }, height: 60, withNext: true };
}

function headingOf({ id, level, text }: HeadingBlock, part: string, { width }: Column): Piece {
	const height = heightOf(text, faces.heading, width) + 24;
	if (level === 3) return { node: { ...faces.subheading, text, margin: [0, 14, 0, 7] }, height, withNext: true };
	const node: Node = {
		...faces.heading,
		text,
		id: `heading-${id}`,
		tocItem: true,
		tocMargin: [14, 1, 0, 1],
		outline: true,
		outlineParentId: partId(part),
		margin: [0, 18, 0, 8]
	};
	return { node, height, withNext: true };
}

const partId = (id: string): string => `part-${id}`;
