// A filter → its leads as a file that is written while it is read: CSV, or a workbook with its codebook.
import type { Readable } from 'node:stream';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { BOM, csvLine, type Cell } from './csv.ts';
import { leadColumns, type LeadColumn, type Words } from './lead-columns.ts';
import type { LeadFilter } from './lead-filter.ts';
import { wholeLeads } from './lead-rows.ts';
import type { TypedCell } from './xlsx-cells.ts';
import { xlsxOf } from './xlsx.ts';
import { readable } from './zip-stream.ts';

const words: Words = { locale: baseLocale };

export async function leadsCsv(filter: LeadFilter): Promise<Readable> {
	const columns = await leadColumns(filter.campaign, words);
	return readable(csvPages(filter, columns));
}

async function* csvPages(filter: LeadFilter, columns: readonly LeadColumn[]): AsyncGenerator<Buffer> {
	yield Buffer.from(BOM + csvLine(columns.map(({ name }) => name)));
	for await (const leads of wholeLeads(filter)) {
		const lines = leads.map((lead) => csvLine(columns.map(({ of }) => plainCell(of(lead)))));
		yield Buffer.from(lines.join(''));
	}
}

const plainCell = (cell: TypedCell): Cell => (cell instanceof Date ? cell.toISOString() : cell);

/** What each column of the export holds, as CSV. */
export async function codebookCsv(campaign: string | null): Promise<string> {
	return (
		BOM +
		bookOf(await leadColumns(campaign, words))
			.map(csvLine)
			.join('')
	);
}

const bookOf = (columns: readonly LeadColumn[]): readonly (readonly string[])[] => [
	[m.leads_book_column({}, words), m.leads_book_holds({}, words)],
	...columns.map(({ name, what }) => [name, what])
];

export async function leadsXlsx(filter: LeadFilter): Promise<Readable> {
	const columns = await leadColumns(filter.campaign, words);
	const overflow = m.leads_book_overflow({}, words);
	const [[column = '', holds = ''] = [], ...book] = bookOf(columns);
	return xlsxOf([
		{
			name: m.leads_book_sheet({}, words),
			columns: columns.map(({ name, width }) => ({ title: name, width })),
			rows: () => xlsxPages(filter, columns),
			overflow
		},
		{
			name: m.leads_book_title({}, words),
			columns: [
				{ title: column, width: 30 },
				{ title: holds, width: 100 }
			],
			rows: () => [book],
			overflow
		}
	]);
}

async function* xlsxPages(
	filter: LeadFilter,
	columns: readonly LeadColumn[]
): AsyncGenerator<readonly (readonly TypedCell[])[]> {
	for await (const leads of wholeLeads(filter)) yield leads.map((lead) => columns.map(({ of }) => of(lead)));
}
