// One response → its report as JSON, PDF or a page that stands alone, by the ending of the file's name.
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Report } from '#core/report/report.ts';
import { composeAnswers } from '#lib/server/composing.ts';
import { closePdf, pdfOf } from '#lib/server/pdf.ts';
import { usage } from './output.ts';
import { page } from './page.ts';
import { checkedResponses } from './score.ts';

export type ReportOptions = { readonly out: string; readonly locale: string; readonly date: string };

export async function writeReport(instrument: Instrument, path: string, options: ReportOptions): Promise<void> {
	const ending = extname(options.out);
	if (!['.json', '.pdf', '.html'].includes(ending)) usage(`--out ends in .json, .pdf or .html, not in "${ending}".`);
	if (options.locale !== 'en') usage(`there is no locale "${options.locale}"; there is en.`);
	if (Number.isNaN(Date.parse(options.date)) || !/^\d{4}-\d{2}-\d{2}$/.test(options.date))
		usage(`--date is yyyy-mm-dd, not "${options.date}".`);

	const responses = checkedResponses(instrument, path);
	const [response] = responses;
	if (response === undefined || responses.length !== 1)
		return usage(`a report takes exactly one response; ${path} holds ${responses.length}.`);
	const { date, locale } = options;
	const report = composeAnswers(instrument, response.answers, {
		date,
		locale,
		response: { id: response.id, revision: 1 }
	});
	writeFileSync(options.out, await drawn(report, ending));
}

async function drawn(report: Report, ending: string): Promise<string | Uint8Array> {
	if (ending === '.json') return `${JSON.stringify(report, null, '\t')}\n`;
	if (ending === '.html') return page(report);
	try {
		return await pdfOf(report);
	} finally {
		await closePdf();
	}
}
