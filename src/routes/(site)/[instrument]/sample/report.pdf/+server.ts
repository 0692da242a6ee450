// An instrument's sample report as a PDF.
import { content } from '#lib/server/content.ts';
import { pdfReply } from '#lib/server/pdf-reply.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { sampleReport } from '#lib/server/sample.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const sample = content().samples.get(params.instrument);
	return sample === undefined ? refusedWith(404) : pdfReply(sampleReport(sample));
};
