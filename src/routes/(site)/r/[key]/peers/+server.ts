// Lets the report behind an owner key compare with the newest peers.
import { isForm } from '#lib/server/body.ts';
import { moveToNewestPeers } from '#lib/server/newer-peers.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { json, refusedWith, seeOther } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url }) => {
	if (!(await moveToNewestPeers(params.key))) return refusedWith(404);
	const report = `/r/${params.key}`;
	return isForm(request) ? seeOther(`${report}#newer-peers`) : json({ link: publicOrigin(url) + report });
};
