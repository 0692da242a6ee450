// Revokes a share: by DELETE, or by POST from a form.
import { isForm } from '#lib/server/body.ts';
import { json, refusedWith, seeOther } from '#lib/server/replies.ts';
import { unshare } from '#lib/server/shares.ts';
import type { RequestHandler } from './$types';

export const DELETE: RequestHandler = async ({ params, request }) => {
	const revoked = await unshare(params.key, params.share);
	if (isForm(request)) return seeOther(`/r/${params.key}#shares`);
	return revoked ? json({ revoked: true }) : refusedWith(404);
};

export const POST = DELETE;
