// Saves answers under the id and key that the participant's browser made, and gives them back to whoever has the key.
import { readJson } from '#lib/server/body.ts';
import { json, refused, refusedWith } from '#lib/server/replies.ts';
import { readResponse, saveResponse } from '#lib/server/responses.ts';
import { bearer } from '#lib/server/tokens.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async ({ params, request }) => {
	const body = await readJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const result = await saveResponse(params.id, bearer(request) ?? '', body.value);
	switch (result.kind) {
		case 'saved':
			return json({ savedThrough: result.savedThrough });
		case 'already-completed':
			return refusedWith(409);
		case 'invalid':
			return refused(422, result.problems);
		case 'unknown':
			return refusedWith(404);
	}
};

export const GET: RequestHandler = async ({ params, request }) => {
	const view = await readResponse(params.id, bearer(request) ?? '');
	return view === null ? refusedWith(404) : json(view);
};
