// Gives the report as a PDF; when it cannot be printed just now, says when to try again.
import { described, log } from '#lib/server/log.ts';
import { pdfHeaders, pdfOf } from '#lib/server/pdf.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { reportFor } from '#lib/server/reports.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const opened = await reportFor(params.key);
	if (opened === null) return refusedWith(404);
	try {
		return new Response(await pdfOf(opened.report), { headers: pdfHeaders(opened.report) });
	} catch (error) {
		log.error({ error: described(error) }, 'a PDF was not printed');
		return refusedWith(503, { 'retry-after': '15' });
	}
};
