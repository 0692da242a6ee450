// A report → the response that carries its PDF; when it cannot be printed just now, it says when to try again.
import type { Theme } from '#core/instrument/theme.ts';
import type { Report } from '#core/report/report.ts';
import { described, log } from './log.ts';
import { pdfHeaders, pdfOf } from './pdf.ts';
import { refusedWith } from './replies.ts';

export async function pdfReply(report: Report, worn?: Theme): Promise<Response> {
	try {
		return new Response(await pdfOf(report, worn), { headers: pdfHeaders(report) });
	} catch (error) {
		log.error({ error: described(error) }, 'a PDF was not printed');
		return refusedWith(503, { 'retry-after': '15' });
	}
}
