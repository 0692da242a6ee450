// The bytes of a workbook → its sheets, by the relations and the XML in it; whatever is not well formed throws.
import { JSDOM } from 'jsdom';
import { unzipped } from './unzipped.ts';

export type ReadCell = { readonly type: 'text' | 'number' | 'moment'; readonly value: string | number };
export type ReadSheet = {
	readonly name: string;
	/** By column name, a record a row. */
	readonly rows: readonly Readonly<Record<string, ReadCell>>[];
	readonly widths: readonly number[];
	/** How many rows stand still. */
	readonly frozen: number;
};

export function sheetsIn(bytes: Buffer): readonly ReadSheet[] {
	const files = unzipped(bytes);
	const xml = (path: string): Document => {
		const text = files.get(path)?.toString('utf8');
		if (text === undefined) throw new Error(`${path} is missing`);
		return new JSDOM(text, { contentType: 'application/xml' }).window.document;
	};
	const types = [...xml('[Content_Types].xml').getElementsByTagName('Override')].map((each) =>
		each.getAttribute('PartName')
	);
	const targets = new Map(
		[...xml('xl/_rels/workbook.xml.rels').getElementsByTagName('Relationship')].map((each) => [
			each.getAttribute('Id'),
			`xl/${each.getAttribute('Target')}`
		])
	);
	const styles = [...(xml('xl/styles.xml').querySelector('cellXfs')?.children ?? [])].map((each) =>
		Number(each.getAttribute('numFmtId'))
	);
	const shared = [...xml('xl/sharedStrings.xml').getElementsByTagName('si')].map((each) => each.textContent ?? '');
	const readCell = (cell: Element) => read(cell, styles, shared);
	return [...xml('xl/workbook.xml').getElementsByTagName('sheet')].map((sheet) => {
		const path = targets.get(sheet.getAttribute('r:id')) ?? '';
		if (!types.includes(`/${path}`)) throw new Error(`${path} has no content type`);
		const page = xml(path);
		const [head = [], ...body] = [...page.getElementsByTagName('row')].map((row) => [...row.children]);
		const titles = new Map(head.map((cell) => [columnOf(cell), String(readCell(cell).value)]));
		return {
			name: sheet.getAttribute('name') ?? '',
			rows: body.map((cells) =>
				Object.fromEntries(cells.map((cell) => [titles.get(columnOf(cell)) ?? '', readCell(cell)]))
			),
			widths: [...page.getElementsByTagName('col')].map((col) => Number(col.getAttribute('width'))),
			frozen: Number(page.querySelector('pane[state="frozen"]')?.getAttribute('ySplit') ?? 0)
		};
	});
}

const columnOf = (cell: Element): string => (cell.getAttribute('r') ?? '').replace(/\d+$/, '');

function read(cell: Element, styles: readonly number[], shared: readonly string[]): ReadCell {
	if (cell.getAttribute('t') === 'inlineStr') return { type: 'text', value: cell.textContent ?? '' };
	const value = Number(cell.querySelector('v')?.textContent);
	if (cell.getAttribute('t') === 's') return { type: 'text', value: shared[value] ?? '' };
	// Formats from 164 on are the workbook's own: here, moments.
	return { type: (styles[Number(cell.getAttribute('s') ?? 0)] ?? 0) >= 164 ? 'moment' : 'number', value };
}
