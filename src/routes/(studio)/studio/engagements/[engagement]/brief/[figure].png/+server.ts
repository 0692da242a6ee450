// One chart of the discovery brief as a picture: that of the part with this id.
import { asFile, pictureIn } from '#lib/server/engagement/brief-files.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals }) =>
	asFile(locals, params.engagement, ({ brief, theme }) => {
		const painting = pictureIn({ brief, theme }, params.figure);
		if (painting === null) return refusedWith(404);
		const headers = { 'content-type': 'image/png', 'cache-control': 'no-store' };
		return pictureReply(
			() => painting,
			(png) => new Response(png, { headers })
		);
	});
