// A report → the bytes of its PDF, printed in a thread of its own and kept while it is in use.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '#core/report/report.ts';
import { described, log } from './log.ts';
import { Recent } from './recent.ts';
import { WorkerPool } from './worker-pool.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const recent = new Recent<Promise<Bytes>>(24);

let pool: WorkerPool<Report, Bytes> | null = null;

const started = (): WorkerPool<Report, Bytes> =>
	(pool ??= new WorkerPool({
		script: workerFile(),
		threads: 1,
		queue: 40,
		start: 60_000,
		timeout: 10_000,
		heap: 256
	}));

/** Rejects when there is too much to print, or printing fails or takes over ten seconds of a thread that is ready: the page stands without it. */
export function pdfOf(report: Report): Promise<Bytes> {
	const name = `${report.response.id ?? ''} ${createHash('sha256').update(JSON.stringify(report)).digest('base64url')}`;
	const kept = recent.get(name);
	if (kept !== undefined) return kept;
	const printing = started().run(report);
	recent.set(name, printing);
	printing.catch(() => recent.forget(name));
	return printing;
}

/** Shown in the browser, and saved under its title and date; the plain name is for clients that read no other. */
export function pdfHeaders({ cover, date }: Report): Record<string, string> {
	const name = [cover.title, cover.subtitle, date]
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

/** Has the fonts open by the time that somebody asks for a PDF; where that fails, the asking will say so. */
export function warmPdf(): void {
	try {
		started().warm();
	} catch (error) {
		log.warn({ error: described(error) }, 'no thread for PDFs');
	}
}

/** Drops what is kept of a response that was erased. */
export const forgetPdfs = (response: string): void => recent.forget(`${response} `);

export async function closePdf(): Promise<void> {
	await pool?.close();
	pool = null;
}

/** `npm run build` and `npm run dev` make it; it lies in the nearest folder above that holds a build. */
function workerFile(): string {
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		const file = join(folder, 'build/tools/pdf-worker.js');
		if (existsSync(file)) return file;
		if (folder === dirname(folder)) throw new Error('build/tools/pdf-worker.js is missing: run npm run build');
	}
}
