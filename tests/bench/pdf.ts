// Printing a report: our PDF, beside Chromium printing our page and beside bare pdfkit writing the same texts.
import { readFileSync } from 'node:fs';
import type { Report } from '#core/report/report.ts';
import { closePdf, pdfOf } from '#lib/server/pdf.ts';
import { reportOf } from '../support/flagship.ts';
import { startServer } from '../support/server.ts';
import { barePdf } from './bare-pdfkit.ts';
import { startChromium } from './chromium.ts';
import { compared, milliseconds, sized, type Figure } from './figure.ts';
import { journeyFile } from './responses.ts';
import { ratio, rounds } from './rounds.ts';
import { servedReport } from './served-report.ts';

const ROUNDS = 9;

/** Documents until all three have stopped getting faster. */
const WARMING = 8;

export async function measurePdf(): Promise<readonly Figure[]> {
	const app = await startServer();
	const browser = await startChromium();
	try {
		const page = await browser.newPage();
		await page.goto(await servedReport(app.url), { waitUntil: 'networkidle' });
		const report = reports();
		let bytes = 0;
		const turns = {
			ours: () => taking(report(), async (each) => (bytes = (await pdfOf(each)).length)),
			chromium: () => taking(null, () => page.pdf({ format: 'A4', printBackground: true })),
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
			against('PDF, warm | Chromium, warm, printing the page', 'chromium', 0.5),
			against('PDF, warm | bare pdfkit, the same texts', 'pdfkit', 4),
			sized('size of the PDF', bytes, 1_000_000)
		];
	} finally {
		await browser.close();
		await closePdf();
		await app.stop();
	}
}

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
