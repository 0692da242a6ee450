// Gives the report itself: what page and PDF draw.
import { refusedAtGate } from '#lib/server/gate.ts';
import { json, refusedWith } from '#lib/server/replies.ts';
import { reportFor } from '#lib/server/reports.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const closed = await refusedAtGate(params.key);
	if (closed !== null) return closed;
	const opened = await reportFor(params.key);
	return opened === null ? refusedWith(404) : json(opened.report);
};
