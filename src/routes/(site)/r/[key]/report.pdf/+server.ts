// Gives the report as a PDF; asked for with a form, it is noted first that somebody wanted it.
import { themeFor } from '#lib/server/campaign-theme.ts';
import { refusedAtGate } from '#lib/server/gate.ts';
import { recorded } from '#lib/server/lead-requests.ts';
import { pdfReply } from '#lib/server/pdf-reply.ts';
import { refusedWith, seeOther } from '#lib/server/replies.ts';
import { reportFor } from '#lib/server/reports.ts';
import { turn } from '#lib/server/turns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	await turn();
	const closed = await refusedAtGate(params.key);
	if (closed !== null) return closed;
	const opened = await reportFor(params.key);
	return opened === null ? refusedWith(404) : pdfReply(opened.report, await themeFor(opened.campaign));
};

export const POST: RequestHandler = async ({ params }) => {
	if ((await refusedAtGate(params.key)) !== null) return seeOther(`/r/${params.key}#lead`);
	await recorded(params.key, { kind: 'pdf' });
	return seeOther(`/r/${params.key}/report.pdf`);
};
