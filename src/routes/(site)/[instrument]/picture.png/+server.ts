// Gives the picture that stands for an instrument where its address is posted.
import { content } from '#lib/server/content.ts';
import { cacheableAs } from '#lib/server/etag.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { instrumentPicture } from '#lib/server/picture.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, params, url }) => {
	const instrument = content().instruments.get(params.instrument);
	if (instrument === undefined) return refusedWith(404);
	const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' };
	return pictureReply(
		() => instrumentPicture(instrument, publicOrigin(url)),
		(png) => cacheableAs(request, png, headers)
	);
};
