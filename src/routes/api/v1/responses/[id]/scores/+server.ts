// Gives the scores of a completed response to whoever has a key.
import { scoresOf } from '#lib/server/api-responses.ts';
import { json, refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const scores = await scoresOf(params.id);
	return scores === null ? refusedWith(404) : json(scores);
};
