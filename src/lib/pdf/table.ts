// Rows of cells → a table with thin rules and no verticals; caption and head are repeated on the next page.
import type { TableBlock } from '#core/report/report.ts';
import { heightOf, type Piece } from './keep.ts';
import { colours, faces } from './look.ts';
import type { Fragment, Node, TableLayout } from './node.ts';

type Cell = string | Fragment[];

export type Rows = {
	/** Null where the table is part of a running text. */
	readonly caption: string | null;
	readonly head: readonly Cell[];
	readonly rows: readonly (readonly Cell[])[];
	readonly alignment: (column: number) => 'left' | 'right' | 'center';
};

/** A `tight` table stands in a narrow column under a drawing. */
type Place = { readonly left: number; readonly width: number; readonly tight?: boolean };

/** Rows shorter than the head are filled up, since pdfmake refuses a ragged table. */
export function grid({ caption, head, rows, alignment }: Rows, { left, width, tight = false }: Place): Piece {
	const face = tight ? { ...faces.table, fontSize: 7.5 } : faces.table;
	const cell = (text: Cell, column: number): Node => {
		const side = alignment(column);
		return { ...face, text, alignment: side, ...(side === 'right' ? { fontFeatures: ['tnum'] } : {}) };
	};
	const above = caption === null ? [] : [captionRow(caption, head.length)];
	const headRow = head.map((text, column): Node => ({ ...cell(text, column), color: colours.quiet }));
	const body = [...above, headRow, ...rows.map((row) => head.map((_, column) => cell(row[column] ?? '', column)))];

	const share = width / Math.max(1, head.length);
	const height =
		body.length * 7 +
		[head, ...rows].reduce(
			(sum, row) => sum + Math.max(0, ...row.map((text) => heightOf(lettersOf(text), face, share))),
			0
		);
	// Two columns are read across: half the width keeps them together.
	const right = head.length === 2 && !tight ? width / 2 : 0;
	return {
		node: {
			table: {
				headerRows: above.length + 1,
				keepWithHeaderRows: 1,
				dontBreakRows: true,
				widths: head.map((_, column) => (column === 0 ? '*' : 'auto')),
				body
			},
			layout: ruled(above.length + 1, tight ? 4 : 8, tight ? 2.2 : 3),
			margin: [left, 0, right, tight ? 4 : 12]
		},
		height: height + 12
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
