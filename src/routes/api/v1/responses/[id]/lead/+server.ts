// Takes the address and consents that somebody leaves with a response of a campaign, before or after it is completed.
import { readJson } from '#lib/server/body.ts';
import { leaveByEditor, NOT_ASKED } from '#lib/server/lead-taking.ts';
import { json, refused, refusedWith } from '#lib/server/replies.ts';
import { bearer } from '#lib/server/tokens.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
	const body = await readJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const left = await leaveByEditor(params.id, bearer(request) ?? '', body.value);
	switch (left.kind) {
		case 'kept':
			return json({ kept: true });
		case 'invalid':
			return refused(422, left.problems);
		case 'too-often':
			return refusedWith(429, { 'retry-after': String(left.seconds) });
		case 'not-asked':
			return refused(409, [NOT_ASKED]);
		case 'unknown':
			return refusedWith(404);
	}
};
