// Printing a report: our PDF, beside Chromium printing our page and beside bare pdfkit writing the same texts.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Report } from '#core/report/report.ts';
import { closePdf, pdfOf } from '#lib/server/pdf.ts';
import { reportOf } from '../support/flagship.ts';
import { startServer } from '../support/server.ts';
import { barePdf } from './bare-pdfkit.ts';
import { launchChromium } from '../support/chromium.ts';
import { compared, milliseconds, sized, told, type Figure } from './figure.ts';
import { journeyFile } from './responses.ts';
import { ratio, rounds } from './rounds.ts';
import { servedReport } from './served-report.ts';

const ROUNDS = 9;

/** Documents until all three have stopped getting faster. */
const WARMING = 8;

export async function measurePdf(): Promise<readonly Figure[]> {
	const app = await startServer();
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		const address = await servedReport(app.url);
		const open = async (): Promise<void> => {
			await page.goto(address, { waitUntil: 'load' });
			await page.evaluate(() => document.fonts.ready.then(() => undefined));
		};
		await open();
		const report = reports();
		let bytes = 0;
		const turns = {
			ours: () => taking(report(), async (each) => (bytes = (await pdfOf(each)).length)),
			// Each reader's report is another page: a browser that serves PDFs has to open it first.
			chromium: () => taking(null, () => open().then(() => printed(page))),
			again: () => taking(null, () => printed(page)),
			pdfkit: () => taking(report(), barePdf)
		};
		const found = await rounds(ROUNDS, turns, WARMING);
		const against = (name: string, peer: 'chromium' | 'pdfkit', most: number): Figure =>
			compared({
				name,
				unit: milliseconds,
				ours: found.ours,
				peer: found[peer],
				ratio: ratio(found.ours, found[peer]),
				limit: { at: 'most', ratio: most }
			});
		return [
			against('PDF, warm | Chromium, warm, opens and prints the page', 'chromium', 0.5),
			told('PDF, warm | Chromium, prints an open page again', milliseconds, found.ours, found.again),
			against('PDF, warm | bare pdfkit, the same texts', 'pdfkit', 4),
			sized('size of the PDF', bytes, 1_000_000)
		];
	} finally {
		await browser.close();
		await closePdf();
		await app.stop();
	}
}

const printed = (page: Page): Promise<unknown> => page.pdf({ format: 'A4', printBackground: true });

/** The journey's report, each with a date of its own: what was printed before is kept, and would cost nothing. */
function reports(): () => Report {
	const json = readFileSync(journeyFile, 'utf8');
	let day = 0;
	return () => {
		day += 1;
		const date = new Date(Date.UTC(2026, 10, 22 + day)).toISOString().slice(0, 10);
		return reportOf(json, { date });
	};
}

async function taking<T>(given: T, work: (given: T) => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work(given);
	return performance.now() - start;
}
