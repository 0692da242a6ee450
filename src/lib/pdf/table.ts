// Rows of cells → a table with thin rules and no verticals; caption and head are repeated on the next page.
import type { TableBlock } from '#core/report/report.ts';
import { heightOf, type Piece } from './keep.ts';
import { colours, faces, page } from './look.ts';
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
	long: { face: { ...faces.table, fontSize: 7.25, lineHeight: 1.1 }, across: 5, down: 2.2 },
	small: { face: { ...faces.table, fontSize: 7, lineHeight: 1.08 }, across: 4, down: 1.2 }
} as const satisfies Record<string, Setting>;

/** More rows than this are set tight. */
const long = 10;

/** Rows shorter than the head are filled up, since pdfmake refuses a ragged table. */
export function grid({ caption, head, rows, alignment }: Rows, { left, width, small = false }: Place): Piece {
	const { face, across, down }: Setting = small ? settings.small : rows.length > long ? settings.long : settings.usual;
	const cell = (text: Cell, column: number): Node => {
		const side = alignment(column);
		return { ...face, text, alignment: side, ...(side === 'right' ? { fontFeatures: ['tnum'] } : {}) };
	};
	const above = caption === null ? [] : [captionRow(caption, head.length)];
	const headRow = head.map((text, column): Node => ({
		...cell(text, column),
		color: colours.quiet,
		verticalAlignment: 'bottom'
	}));
	const body = [...above, headRow, ...rows.map((row) => head.map((_, column) => cell(row[column] ?? '', column)))];

	const letters = [head, ...rows].map((row) => row.map(lettersOf));
	const room = width - 2 * across * (head.length - 1);
	const texts = {
		head: letters[0] ?? [],
		rows: letters.slice(1),
		isNumeric: (at: number) => alignment(at) === 'right'
	};
	const widths = widthsOf(texts, room, face.fontSize ?? 8);
	const heights = letters.map(
		(row) => 2 * down + 0.4 + Math.max(0, ...row.map((text, at) => heightOf(text, face, widths[at] ?? 1)))
	);
	const [headHeight = 0, ...rowHeights] = heights;
	const captionHeight = caption === null ? 0 : heightOf(caption, faces.label, width) + 2 * down;
	const opening = captionHeight + headHeight + (rowHeights[0] ?? 0);
	// pdfmake drops what a row that must not break holds beyond one page.
	const keeps = Math.max(opening, ...rowHeights) < page.height / 2;
	const above = caption === null ? [] : [captionRow(caption, head.length)];
	const headRow = head.map(
		(text, column): Node => ({
			...cell(text, column),
			color: colours.quiet,
			...(keeps ? { verticalAlignment: 'bottom' } : {})
		})
	);
	const body = [...above, headRow, ...rows.map((row) => head.map((_, column) => cell(row[column] ?? '', column)))];
	const spare = Math.max(0, room - widths.reduce((sum, each) => sum + each, 0));
	const right = head.length > 2 ? 0 : Math.min(spare, width / 3);
	return {
		node: {
			table: {
				headerRows: keeps ? above.length + 1 : 0,
				keepWithHeaderRows: keeps ? 1 : 0,
				dontBreakRows: keeps,
				widths: widths.map((each, at) => (at === 0 ? each + spare - right : each)),
				body
			},
			layout: ruled(above.length + 1, across, down),
			margin: [left, 0, right, 0]
		},
		height: captionHeight + heights.reduce((sum, each) => sum + each, 0),
		opening,
		above: small ? 4 : 10,
		below: small ? 4 : 14
	};
}

export function tableOf({ caption, head, rows, numeric }: TableBlock, place: Place): readonly Piece[] {
	if (head.length === 0) return [];
	const figures = new Set(numeric);
	return [grid({ caption, head, rows, alignment: (column) => (figures.has(column) ? 'right' : 'left') }, place)];
}

const captionRow = (caption: string, columns: number): Node[] => [
	{ ...faces.label, text: caption, colSpan: columns },
	...Array.from({ length: columns - 1 }, (): Node => ({ text: '' }))
];

const lettersOf = (text: Cell): string =>
	typeof text === 'string' ? text : text.map((fragment) => fragment.text).join('');

/** `headRows` lines stand above the one strong line. */
const ruled = (headRows: number, across: number, down: number): TableLayout => ({
	hLineWidth: (line) => (line < headRows ? 0 : line === headRows ? 0.8 : 0.4),
	vLineWidth: () => 0,
	hLineColor: (line) => (line === headRows ? colours.strong : colours.line),
	paddingLeft: (column) => (column === 0 ? 0 : across),
	paddingRight: (column, node) => (column === node.table.widths.length - 1 ? 0 : across),
	paddingTop: () => down,
	paddingBottom: () => down
});
