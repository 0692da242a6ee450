// The report of a lead, as the firm sees it, on paper.
import { themeFor } from '#lib/server/campaign-theme.ts';
import { leadReport } from '#lib/server/lead-report.ts';
import { pdfReply } from '#lib/server/pdf-reply.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { turn } from '#lib/server/turns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	await turn();
	const found = await leadReport(params.response);
	return found === null ? refusedWith(404) : pdfReply(found.report, await themeFor(found.campaign));
};
