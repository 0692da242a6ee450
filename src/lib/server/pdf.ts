// A report, or another paper → the bytes of its PDF, printed in a thread of its own and kept while it is in use.
import { createHash } from 'node:crypto';
import type { Theme } from '#core/instrument/theme.ts';
import type { Paper, Report } from '#core/report/report.ts';
import { theme } from './brand.ts';
import { Press, type Bytes } from './press.ts';

/** `date`, `yyyy-mm-dd`: when the paper was made. */
export type PdfJob = { readonly theme: Theme } & (
	{ readonly report: Report } | { readonly paper: Paper; readonly date: string }
);

const press = new Press<PdfJob>('pdf-worker.js');

/** In the site's own theme if no other is given. Rejects when there is too much to print, or printing fails or takes over ten seconds of a thread that is ready: the page stands without it. */
export function pdfOf(report: Report, dress: Theme = theme()): Promise<Bytes> {
	return made(report.response.id ?? '', { report, theme: dress });
}

/** The same for a paper that is about more people than one. */
export const paperPdf = (paper: Paper, date: string, dress: Theme = theme()): Promise<Bytes> =>
	made('', { paper, date, theme: dress });

const made = (owner: string, job: PdfJob): Promise<Bytes> =>
	press.make(`${owner} ${createHash('sha256').update(JSON.stringify(job)).digest('base64url')}`, job);

/** Shown in the browser, and saved under its title and date; the plain name is for clients that read no other. */
export function pdfHeaders({ cover, date }: Pick<Report, 'cover' | 'date'>): Record<string, string> {
	const name = [cover.notice?.label ?? '', cover.title, cover.subtitle, date]
		.filter((text) => text !== '')
		.join(' ')
		.replaceAll(/[\\/:*?"<>|\p{C}]+/gu, ' ');
	const plain = name.normalize('NFKD').replaceAll(/[^\w .-]+/g, '');
	return {
		'content-type': 'application/pdf',
		'content-disposition': `inline; filename="${plain}.pdf"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}.pdf`,
		'cache-control': 'no-store'
	};
}

/** Has the fonts open by the time that somebody asks for a PDF. */
export const warmPdf = (): void => press.warm();

/** Drops what is kept of a response that was erased. */
export const forgetPdfs = (response: string): void => press.forget(`${response} `);

/** Documents that wait to be printed. */
export const waitingPdfs = (): number => press.waiting;

export const closePdf = (): Promise<void> => press.close();
