// One response → its report as JSON, PDF or a page that stands alone, by the ending of the file's name.
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { compose } from '#core/report/compose.ts';
import type { Report } from '#core/report/report.ts';
import { score } from '#core/scores/score.ts';
import { closePdf, pdfOf } from '#lib/server/pdf.ts';
import { wordsFor } from '#lib/words.ts';
import { usage } from './output.ts';
import { page } from './page.ts';
import { checkedResponses } from './score.ts';

export type ReportOptions = { readonly out: string; readonly locale: string; readonly date: string };

export async function writeReport(instrument: Instrument, path: string, options: ReportOptions): Promise<void> {
	const ending = extname(options.out);
	if (!['.json', '.pdf', '.html'].includes(ending)) usage(`--out ends in .json, .pdf or .html, not in "${ending}".`);
	if (options.locale !== 'en') usage(`there is no locale "${options.locale}"; there is en.`);
	if (Number.isNaN(Date.parse(options.date)) || !/^\d{4}-\d{2}-\d{2}$/.test(options.date)) usage(`--date is yyyy-mm-dd, not "${options.date}".`);

	const responses = checkedResponses(instrument, path);
	const [response] = responses;
	if (response === undefined || responses.length !== 1) return usage(`a report takes exactly one response; ${path} holds ${responses.length}.`);
	const scores = score(instrument, response.answers);
	const report = compose({
		instrument,
		answers: response.answers,
		scores,
		findings: find(instrument, response.answers, scores),
		words: wordsFor('en'),
		locale: options.locale,
		date: options.date,
		scope: 'whole',
		response: { id: response.id, revision: 1 },
		edition: null
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
