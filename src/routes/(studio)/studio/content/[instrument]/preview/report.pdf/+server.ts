// The report of an invented reader as a PDF.
import { liveInstrument } from '#lib/server/content-list.ts';
import { previewed, previewReport, wishIn } from '#lib/server/content-preview.ts';
import { pdfReply } from '#lib/server/pdf-reply.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) => {
	const instrument = liveInstrument(params.instrument);
	if (instrument === null) return refusedWith(404);
	const values = previewed(instrument, wishIn(instrument, url.searchParams));
	return pdfReply(previewReport(instrument, values, new Date().toISOString().slice(0, 10)));
};
