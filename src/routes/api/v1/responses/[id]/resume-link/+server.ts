// Gives a private link with which the same response can be continued on another device.
import { publicOrigin } from '#lib/server/origin.ts';
import { surveyPath } from '#lib/server/reopening.ts';
import { json, refusedWith } from '#lib/server/replies.ts';
import { readResponse, resumeKey } from '#lib/server/responses.ts';
import { bearer } from '#lib/server/tokens.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url }) => {
	const key = bearer(request) ?? '';
	const view = await readResponse(params.id, key);
	const resume = await resumeKey(params.id, key);
	if (view === null || resume === null) return refusedWith(404);
	return json({ link: publicOrigin(url) + surveyPath(view.instrument, view.id, resume) });
};
