// Keeps the answers that an owner wants to be able to give the next time, instead of any kept before.
import { readJson } from '#lib/server/body.ts';
import { readTarget } from '#lib/server/owner-requests.ts';
import { refused, refusedWith } from '#lib/server/replies.ts';
import { saveTarget } from '#lib/server/targets.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
	const body = await readJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const asked = readTarget(body.value);
	if (!asked.ok) return refused(422, asked.problems);
	const result = await saveTarget(params.key, asked.value.answers);
	switch (result.kind) {
		case 'saved':
			return new Response(null, { status: 204 });
		case 'invalid':
			return refused(422, result.problems);
		case 'unknown':
			return refusedWith(404);
	}
};
