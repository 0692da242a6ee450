// A report, or another paper → the bytes of its PDF, in this thread. Fonts are read once, and nothing else is ever opened or fetched.
import pdfmake from 'pdfmake';
import { plainTheme, type Theme } from '#core/instrument/theme.ts';
import type { Paper, Report } from '#core/report/report.ts';
import { documentOf, paperDocument } from '#lib/pdf/document.ts';
import { fontFile, type Family, type Weight } from './fonts.ts';
import { settleStyles } from './settled-styles.ts';
import { writeQuickly } from './quick-text.ts';
import { warm } from './warm-fonts.ts';
import { writeWholeLines } from './whole-lines.ts';
import { keepLinesTogether } from './whole-paragraphs.ts';

function faces(family: Family): Record<Weight, string> {
	const named = (weight: Weight): string => {
		const { name, bytes } = fontFile(family, weight);
		pdfmake.virtualfs.writeFileSync(name, warm(name, bytes));
		return name;
	};
	return {
		normal: named('normal'),
		bold: named('bold'),
		italics: named('italics'),
		bolditalics: named('bolditalics')
	};
}

let ready = false;

/** Opens the fonts; the first document would do it. */
export function prepare(): void {
	if (ready) return;
	settleStyles();
	writeWholeLines();
	keepLinesTogether();
	writeQuickly();
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => false);
	pdfmake.setFonts({ Serif: faces('serif'), Sans: faces('sans') });
	ready = true;
}

/** The same report in the same theme gives the same bytes: no clock and no chance go in. Blocks the thread until it is done. */
export async function printed(report: Report, theme: Theme = plainTheme): Promise<Uint8Array> {
	prepare();
	return pdfmake.createPdf(documentOf(report, theme)).getBuffer();
}

/** The same for a paper that begins at once; `date`, `yyyy-mm-dd`, is when it was made. */
export async function printedPaper(paper: Paper, date: string, theme: Theme = plainTheme): Promise<Uint8Array> {
	prepare();
	return pdfmake.createPdf(paperDocument(paper, date, theme)).getBuffer();
}
