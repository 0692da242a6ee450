// A filter → the reports of the leads that it means as PDFs in a zip, each printed when it is its turn.
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { themeFor } from './campaign-theme.ts';
import type { LeadFilter } from './lead-filter.ts';
import { leadPage, type ListedLead } from './lead-list.ts';
import { leadReport } from './lead-report.ts';
import { pdfOf } from './pdf.ts';
import type { Bytes } from './press.ts';
import { turn } from './turns.ts';
import { zipOf } from './zip-stream.ts';

/** So many at most: the first of the list. */
export const MOST_PDFS = 200;

/** A printer that has too much to do is asked again: how often, and after how many milliseconds. */
const PATIENCE = { tries: 20, pause: 3000 };

/** Those that have no report yet are left out. */
export async function leadsToPrint(filter: LeadFilter): Promise<readonly ListedLead[]> {
	const { rows } = await leadPage(
		{ ...filter, state: filter.state === 'test' ? 'test' : 'completed' },
		null,
		MOST_PDFS
	);
	return rows.filter(({ completed_at }) => completed_at !== null);
}

export const reportsZip = (leads: readonly ListedLead[]): Readable =>
	zipOf(
		leads.map((lead, at) => ({
			name: fileName(at + 1, lead),
			chunks: () => printed(lead),
			// A PDF is packed already.
			isPacked: true
		}))
	);

/** Nothing, where it was erased meanwhile. */
async function* printed({ response }: ListedLead): AsyncGenerator<Uint8Array> {
	await turn();
	const found = await leadReport(response);
	if (found === null) return;
	const theme = await themeFor(found.campaign);
	yield await patiently(() => pdfOf(found.report, theme));
}

async function patiently(print: () => Promise<Bytes>): Promise<Bytes> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await print();
		} catch (error) {
			if (tries === PATIENCE.tries) throw error;
			await pause(PATIENCE.pause);
		}
	}
}

/** In the order of the list, by company and name; nothing in it means anything to a file system. */
export function fileName(at: number, { company, name, completed_at }: ListedLead): string {
	const said = [company, name, completed_at?.slice(0, 10) ?? '']
		.map((text) =>
			text
				.normalize('NFC')
				.replaceAll(/[\\/:*?"<>|\p{C}]+/gu, ' ')
				.replaceAll(/\s+/g, ' ')
				.trim()
		)
		.map((text) => [...text].slice(0, 60).join(''))
		.filter((text) => text !== '');
	return `${[String(at).padStart(3, '0'), ...said].join(' – ')}.pdf`;
}
