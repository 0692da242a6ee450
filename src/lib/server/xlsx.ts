// Tables whose rows come one by one → a workbook of Office Open XML (ECMA-376), written as it is read, in constant memory.
import type { Readable } from 'node:stream';
import { cellXml, columnName, escaped, SharedStrings, textXml, type TypedCell } from './xlsx-cells.ts';
import { zipOf } from './zip-stream.ts';

export type Sheet = {
	/** At most 31 characters, none of \ / ? * [ ] : */
	readonly name: string;
	/** `width` is in characters. */
	readonly columns: readonly { readonly title: string; readonly width: number }[];
	/** A few rows at a time. */
	readonly rows: () => AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
	/** What the last row says where there are more than a sheet can hold. */
	readonly overflow: string;
};

type Row = readonly TypedCell[];

/** What Excel takes. */
const MOST_ROWS = 1_048_576;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XLSX_TYPE = `${TYPES}.sheet`;

/** `mostRows` counts the head. */
export function xlsxOf(sheets: readonly Sheet[], mostRows = MOST_ROWS): Readable {
	const shared = new SharedStrings();
	const part = (name: string, text: string) => ({ name, chunks: () => [Buffer.from(HEAD + text)] });
	return zipOf([
		part('[Content_Types].xml', contentTypes(sheets)),
		part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
		part('xl/workbook.xml', workbook(sheets)),
		part(
			'xl/_rels/workbook.xml.rels',
			relations([
				...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
				['styles', 'styles.xml'],
				['sharedStrings', 'sharedStrings.xml']
			])
		),
		part('xl/styles.xml', STYLES),
		...sheets.map((sheet, at) => ({
			name: `xl/worksheets/sheet${at + 1}.xml`,
			chunks: () => worksheet(sheet, shared, mostRows)
		})),
		// The last: only now it is known what is in it.
		{ name: 'xl/sharedStrings.xml', chunks: () => [Buffer.from(HEAD + sharedXml(shared))] }
	]);
}

async function* worksheet(
	{ columns, rows, overflow }: Sheet,
	shared: SharedStrings,
	most: number
): AsyncGenerator<Uint8Array> {
	const names = columns.map((_, at) => columnName(at));
	const widths = columns.map(
		({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
	);
	const head = columns.map(({ title }, at) => cellXml(`${names[at]}1`, title, shared, 2)).join('');
	yield Buffer.from(
		`${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
			'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
			`<cols>${widths.join('')}</cols><sheetData><row r="1">${head}</row>`
	);
	let at = 1;
	pages: for await (const page of rows()) {
		let text = '';
		for (const row of page) {
			at += 1;
			const isFull = at === most;
			text += rowXml(at, isFull ? [overflow] : row, names, shared);
			if (isFull) {
				yield Buffer.from(text);
				break pages;
			}
		}
		yield Buffer.from(text);
	}
	yield Buffer.from('</sheetData></worksheet>');
}

function rowXml(at: number, row: Row, names: readonly string[], shared: SharedStrings): string {
	let cells = '';
	for (const [column, cell] of row.entries())
		if (cell !== null) cells += cellXml(`${names[column]}${at}`, cell, shared);
	return `<row r="${at}">${cells}</row>`;
}

const sharedXml = ({ texts }: SharedStrings): string =>
	`<sst xmlns="${MAIN}">${texts.map((text) => `<si>${textXml(text)}</si>`).join('')}</sst>`;

const contentTypes = (sheets: readonly Sheet[]): string =>
	`<Types xmlns="${PACKAGE}/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
	`<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
	`<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>` +
	sheets
		.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
		.join('') +
	'</Types>';

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
	`<Relationships xmlns="${PACKAGE}/relationships">${targets
		.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

const workbook = (sheets: readonly Sheet[]): string =>
	`<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
		.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
		.join('')}</sheets></workbook>`;

/** Cells as they are, moments, and the head. */
const STYLES =
	`<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
	'<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
	'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
	'<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
	'<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
	'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>';
