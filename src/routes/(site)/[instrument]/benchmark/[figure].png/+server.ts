// Gives one chart of a benchmark page as a picture to be quoted.
import { cacheableAs } from '#lib/server/etag.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { chartPicture } from '#lib/server/picture.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { studyPicture } from '#lib/server/study-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, params, url }) => {
	const picture = await studyPicture(params.instrument, params.figure, publicOrigin(url));
	if (picture === null) return refusedWith(404);
	const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' };
	return pictureReply(
		() => chartPicture(picture),
		(png) => cacheableAs(request, png, headers)
	);
};
