// Means of groups on the same questions → a line of dots each, their numbers beside it, and what to make of them.
import type { DotsBlock, DotsRow } from '#core/report/report.ts';
import { dot, dots, groupsIn } from '#lib/chart/dots.ts';
import { vectors } from '#lib/chart/vectors.ts';
import { heightOf } from './height.ts';
import { drawing, one, type Piece } from './keep.ts';
import { faces, palette, type Column } from './look.ts';
import type { Fragment, Node, Style } from './node.ts';
import { plain, rule } from './prose.ts';

/** The widest that a line of dots is drawn. */
const widest = 220;

type Place = Pick<Column, 'width' | 'body'>;

export function dotsOf(block: DotsBlock, { left, width, body }: Column): readonly Piece[] {
	const groups = groupsIn(block);
	const pieces: readonly Piece[] = [
		{ ...plain(block.title, faces.note, { left: 0, width, below: 3 }), bond: 'always' },
		...block.rows.map((row) => rowOf(row, groups, { width, body }))
	];
	return pieces.map((piece) => ({
		...piece,
		node: left > 0 ? { stack: [piece.node], margin: [left, 0, 0, 0] } : piece.node
	}));
}

/** The dots on the left, beside them whose they are, and under both how far they lie apart. */
function rowOf({ label, dots: means, note, said }: DotsRow, groups: readonly string[], place: Place): Piece {
	const { width } = place;
	const drawn = dots(means.map((each) => ({ tenths: each.tenths, group: groups.indexOf(each.label) })));
	const across = Math.min(widest, width * 0.48);
	const down = (across * drawn.height) / drawn.width;
	const picture: Node = {
		columns: [
			{ stack: [{ canvas: vectors(drawn, across, down, palette) }], width: across },
			{ stack: [keyOf(means, groups)], width: '*', margin: [0, 3, 0, 0] }
		],
		columnGap: 14
	};
	const piece = one([
		{ node: { canvas: [rule(width)] }, height: 1, below: 4 },
		plain(label, faces.label, { left: 0, width, below: 2 }),
		drawing(picture, { width }),
		plain(note, faces.small, { left: 0, width, below: 3 }),
		...saidOf(said, place)
	]);
	return { ...piece, below: 3, opening: undefined };
}

/** The mark of each group with its name and number, side by side. */
const keyOf = (means: DotsRow['dots'], groups: readonly string[]): Node => ({
	columns: means.map((each): Node => {
		const text: Fragment[] = [
			{ ...faces.small, text: `${each.label} ` },
			{ ...faces.label, text: each.shown }
		];
		return {
			stack: [
				{ canvas: vectors(dot(groups.indexOf(each.label)), 10, 10, palette), relativePosition: { x: 0, y: 0.5 } },
				{ text, margin: [13, 0, 0, 0] }
			],
			width: 'auto'
		};
	}),
	columnGap: 14
});

/** The first two beside each other, so that neither is read as the answer; the rest beneath. */
function saidOf(said: DotsRow['said'], { width, body }: Place): readonly Piece[] {
	const gap = 12;
	const half = (width - gap) / 2;
	const abreast = said.slice(0, 2).map((each) => labelled(each, half, body));
	const rest = said.slice(2).map((each) => labelled(each, width, body));
	const columns: Node = { columns: abreast.map(({ node }) => ({ ...node, width: half })), columnGap: gap };
	return [{ node: columns, height: Math.max(0, ...abreast.map(({ height }) => height)), below: 2 }, ...rest];
}

function labelled({ label, text }: DotsRow['said'][number], width: number, body: Style): Piece {
	const fragments: Fragment[] = [
		{ ...faces.label, text: `${label} ` },
		{ ...body, text }
	];
	return { node: { ...body, text: fragments }, height: heightOf(`${label} ${text}`, body, width), below: 1 };
}
