// Deletes the response behind an owner key, once the request says that this is meant.
import { readFormOrJson } from '#lib/server/body.ts';
import { readErase } from '#lib/server/owner-requests.ts';
import { erase } from '#lib/server/privacy.ts';
import { json, refused, refusedWith, seeOther } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
	const body = await readFormOrJson(request);
	if (!body.ok) return refused(body.status, body.problems);
	const asked = readErase(body.value);
	if (!asked.ok) return body.form ? seeOther(`/r/${params.key}#erase`) : refused(422, asked.problems);
	const erased = await erase(params.key);
	if (body.form) return seeOther('/');
	return erased ? json({ erased: true }) : refusedWith(404);
};
