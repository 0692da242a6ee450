// Completes a response with every answer that the client holds; asked again, it says the same.
import { readJson } from '#lib/server/body.ts';
import { json, refused, refusedWith } from '#lib/server/replies.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { bearer } from '#lib/server/tokens.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
	const body = await readJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const result = await completeResponse(params.id, bearer(request) ?? '', body.value);
	switch (result.kind) {
		case 'completed':
			return json({ report: result.report });
		case 'invalid':
			return refused(422, result.problems);
		case 'unknown':
			return refusedWith(404);
	}
};
