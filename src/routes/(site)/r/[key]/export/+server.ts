// Hands over everything that is kept about the response behind an owner key.
import { exportOf } from '#lib/server/privacy.ts';
import { json, refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params }) => {
	const kept = await exportOf(params.key);
	if (kept === null) return refusedWith(404);
	return json(kept, 200, { 'content-disposition': 'attachment; filename="my-answers.json"' });
};
