// A report, or another paper → the response that carries its PDF; when it cannot be printed just now, it says when to try again.
import type { Theme } from '#core/instrument/theme.ts';
import type { Paper, Report } from '#core/report/report.ts';
import { described, log } from './log.ts';
import { paperPdf, pdfHeaders, pdfOf } from './pdf.ts';
import { refusedWith } from './replies.ts';

export const pdfReply = (report: Report, worn?: Theme): Promise<Response> => replied(report, () => pdfOf(report, worn));

/** `date`, `yyyy-mm-dd`: when the paper was made. */
export const paperReply = (paper: Paper, date: string, worn?: Theme): Promise<Response> =>
	replied({ cover: paper.cover, date }, () => paperPdf(paper, date, worn));

async function replied(
	titled: Pick<Report, 'cover' | 'date'>,
	print: () => ReturnType<typeof pdfOf>
): Promise<Response> {
	try {
		return new Response(await print(), { headers: pdfHeaders(titled) });
	} catch (error) {
		log.error({ error: described(error) }, 'a PDF was not printed');
		return refusedWith(503, { 'retry-after': '15' });
	}
}
