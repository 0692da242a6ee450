// Gives the report as a PDF.
import { pdfReply } from '#lib/server/pdf-reply.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { reportFor } from '#lib/server/reports.ts';
import { turn } from '#lib/server/turns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	await turn();
	const opened = await reportFor(params.key);
	return opened === null ? refusedWith(404) : pdfReply(opened.report);
};
