// Cells → a line of CSV that no spreadsheet takes for a formula.

export type Cell = string | number | null;

/** What a spreadsheet would begin to reckon with, the full-width twins too. */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;

/** Most cells are ids: nothing in them can need care. */
const PLAIN = /^[a-zA-Z0-9][a-zA-Z0-9.:-]{0,80}$/;

/** Says to a spreadsheet that UTF-8 follows. */
export const BOM = '\ufeff';

/** Numbers stay numbers, whatever their sign; a text that might be reckoned gets an apostrophe in front. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

function written(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	if (PLAIN.test(cell)) return cell;
	const text = FORMULA.test(cell) ? `'${cell}` : cell;
	return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
