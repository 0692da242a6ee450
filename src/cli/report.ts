// One response → its report as JSON, PDF, share picture or a page that stands alone, by the ending of the file's name.
import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Theme } from '#core/instrument/theme.ts';
import type { Report } from '#core/report/report.ts';
import { composeAnswers } from '#lib/server/composing.ts';
import { env } from '#lib/server/env.ts';
import { closePdf, pdfOf } from '#lib/server/pdf.ts';
import { closePictures, reportPicture } from '#lib/server/picture.ts';
import { day } from './date.ts';
import { loadEdition } from './edition.ts';
import { usage } from './output.ts';
import { page } from './page.ts';
import { checkedResponses } from './score.ts';
import { loadTheme } from './theme.ts';

export type ReportOptions = {
	readonly out: string;
	readonly locale: string;
	readonly date: string;
	readonly edition?: string;
	readonly theme?: string;
};

export async function writeReport(instrument: Instrument, path: string, options: ReportOptions): Promise<void> {
	const ending = extname(options.out);
	if (!['.json', '.pdf', '.html', '.png'].includes(ending))
		usage(`--out ends in .json, .pdf, .html or .png, not in "${ending}".`);
	if (options.locale !== 'en') usage(`there is no locale "${options.locale}"; there is en.`);
	const date = day(options.date);

	const theme = loadTheme(options.theme, env().contentDir);
	const responses = checkedResponses(instrument, path);
	const [response] = responses;
	if (response === undefined || responses.length !== 1)
		return usage(`a report takes exactly one response; ${path} holds ${responses.length}.`);
	const { locale } = options;
	const report = composeAnswers(instrument, response.answers, {
		date,
		locale,
		response: { id: response.id, revision: 1 },
		edition: options.edition === undefined ? null : loadEdition(options.edition, instrument)
	});
	writeFileSync(options.out, await drawn(report, theme, ending));
}

async function drawn(report: Report, theme: Theme, ending: string): Promise<string | Uint8Array> {
	if (ending === '.json') return `${JSON.stringify(report, null, '\t')}\n`;
	if (ending === '.html') return page(report, theme);
	try {
		return await (ending === '.pdf' ? pdfOf(report, theme) : reportPicture(report, env().publicUrl, theme));
	} finally {
		await Promise.all([closePdf(), closePictures()]);
	}
}
