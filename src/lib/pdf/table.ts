// Rows of cells → a table with thin rules and no verticals; caption and head are repeated on the next page.
import type { TableBlock } from '#core/report/report.ts';
import { heightOf, lettersOf } from './height.ts';
import type { Piece } from './keep.ts';
import { colours, faces, gap, page } from './look.ts';
import type { Fragment, Node, Style, TableLayout } from './node.ts';
import { widthsOf } from './widths.ts';

type Cell = string | Fragment[];

export type Rows = {
	/** Null where the table is part of a running text. */
	readonly caption: string | null;
	readonly head: readonly Cell[];
	readonly rows: readonly (readonly Cell[])[];
	readonly alignment: (column: number) => 'left' | 'right' | 'center';
};

/** `small` stands under a drawing. */
type Place = { readonly left: number; readonly width: number; readonly small?: boolean };

/** How a table is set: its type, and the air beside and above each cell. */
type Setting = { readonly face: Style; readonly across: number; readonly down: number };

const settings = {
	usual: { face: faces.table, across: 8, down: 3 },
	narrow: { face: { ...faces.table, fontSize: 7.75 }, across: 3, down: 3 },
	long: { face: { ...faces.table, fontSize: 7.25, lineHeight: 1.1 }, across: 5, down: 2.2 },
	small: { face: { ...faces.table, fontSize: 7, lineHeight: 1.08 }, across: 4, down: 1.2 }
} as const satisfies Record<string, Setting>;

/** More rows than this are set tight. */
const long = 10;

function settingOf(rows: number, { width, small }: Place): Setting {
	if (small === true) return settings.small;
	if (width < page.width / 3) return settings.narrow;
	return rows > long ? settings.long : settings.usual;
}

/** Rows shorter than the head are filled up, since pdfmake refuses a ragged table. */
export function grid(table: Rows, place: Place): Piece {
	const { caption, head, rows, alignment } = table;
	const setting = settingOf(rows.length, place);
	const { widths, opening, height, holds } = measured(table, place, setting);
	const cell = (text: Cell, column: number): Node => {
		const side = alignment(column);
		return { ...setting.face, text, alignment: side, ...(side === 'right' ? { fontFeatures: ['tnum'] } : {}) };
	};
	const headCell = (text: Cell, column: number): Node => ({
		...cell(text, column),
		color: colours.quiet,
		...(holds ? { verticalAlignment: 'bottom' } : {})
	});
	const above = caption === null ? [] : [captionRow(caption, head.length)];
	const body = [
		...above,
		head.map(headCell),
		...rows.map((row) => head.map((_, column) => cell(row[column] ?? '', column)))
	];
	return {
		node: {
			table: {
				headerRows: holds ? above.length + 1 : 0,
				keepWithHeaderRows: holds ? 1 : 0,
				dontBreakRows: holds,
				widths,
				body
			},
			layout: ruled(above.length + 1, setting),
			...(place.left > 0 ? { margin: [place.left, 0, 0, 0] } : {})
		},
		height,
		opening,
		above: place.small === true ? 4 : 10,
		below: place.small === true ? 4 : 14
	};
}

function measured({ caption, head, rows, alignment }: Rows, { width }: Place, { face, across, down }: Setting) {
	const texts = {
		head: head.map(lettersOf),
		rows: rows.map((row) => row.map(lettersOf)),
		isNumeric: (column: number) => alignment(column) === 'right'
	};
	const room = width - 2 * across * (head.length - 1);
	const needed = widthsOf(texts, room, face.fontSize ?? 8);
	const spare = Math.max(0, room - needed.reduce((sum, each) => sum + each, 0));
	// What is spare goes to the first column. Two columns are read across: in a wide place they are kept together.
	const given = head.length > 2 || width < page.width / 3 ? spare : Math.max(0, spare - width / 3);
	const widths = needed.map((each, at) => (at === 0 ? each + given : each));

	const captionHeight = caption === null ? 0 : heightOf(caption, faces.label, width) + 2 * down;
	const heights = [texts.head, ...texts.rows].map(
		(row) => 2 * down + 0.4 + Math.max(0, ...row.map((text, at) => heightOf(text, face, widths[at] ?? 1)))
	);
	const opening = captionHeight + (heights[0] ?? 0) + (heights[1] ?? 0);
	return {
		widths,
		opening,
		height: heights.reduce((sum, each) => sum + each, captionHeight),
		/** Rows stay whole and the head is repeated; pdfmake drops what does not fit a page then. */
		holds: Math.max(opening, ...heights) < page.height * 0.4
	};
}

export function tableOf({ caption, head, rows, numeric }: TableBlock, place: Place): readonly Piece[] {
	if (head.length === 0) return [];
	const figures = new Set(numeric);
	return [grid({ caption, head, rows, alignment: (column) => (figures.has(column) ? 'right' : 'left') }, place)];
}

/** Small tables beside each other, three to a row, over the margin at the side as well. */
export function rowsOf(tables: readonly TableBlock[]): readonly Piece[] {
	if (tables.length === 0) return [];
	const width = (page.width - 2 * gap) / 3;
	const pieces = tables.slice(0, 3).flatMap((table) => tableOf(table, { left: 0, width }));
	const row: Piece = {
		node: { columns: pieces.map(({ node }) => ({ ...node, width })), columnGap: gap },
		height: Math.max(...pieces.map(({ height }) => height)),
		above: 10,
		below: 14
	};
	return [row, ...rowsOf(tables.slice(3))];
}

const captionRow = (caption: string, columns: number): Node[] => [
	{ ...faces.label, text: caption, colSpan: columns },
	...Array.from({ length: columns - 1 }, (): Node => ({ text: '' }))
];

/** `headRows` lines stand above the one strong line. */
const ruled = (headRows: number, { across, down }: Setting): TableLayout => ({
	hLineWidth: (line) => (line < headRows ? 0 : line === headRows ? 0.8 : 0.4),
	vLineWidth: () => 0,
	hLineColor: (line) => (line === headRows ? colours.strong : colours.line),
	paddingLeft: (column) => (column === 0 ? 0 : across),
	paddingRight: (column, node) => (column === node.table.widths.length - 1 ? 0 : across),
	paddingTop: () => down,
	paddingBottom: () => down
});
