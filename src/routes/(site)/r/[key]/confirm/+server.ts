// An owner confirms the address to which the link to the report was mailed, and goes back to the report.
import { readFormOrJson } from '#lib/server/body.ts';
import { refused, seeOther } from '#lib/server/replies.ts';
import { confirm, tokenIn } from '#lib/server/verifying.ts';
import type { RequestHandler } from './$types';

/** A token that is not theirs changes nothing, and nobody learns whose it is. */
export const POST: RequestHandler = async ({ params, request }) => {
	const body = await readFormOrJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const isConfirmed = await confirm(params.key, tokenIn(body.value));
	return seeOther(`/r/${params.key}${isConfirmed ? '?confirmed' : ''}`);
};
