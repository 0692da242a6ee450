// Notes what a page says was done on it: the report opened again, the link for colleagues taken.
import { readFormOrJson } from '#lib/server/body.ts';
import { readDeed, recorded } from '#lib/server/lead-requests.ts';
import { refused, refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
	const body = await readFormOrJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const said = readDeed(body.value);
	if (!said.ok) return refused(422, said.problems);
	return (await recorded(params.key, said.value)) ? new Response(null, { status: 204 }) : refusedWith(404);
};
