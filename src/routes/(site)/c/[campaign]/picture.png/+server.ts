// Gives the picture that stands for a campaign where its address is posted: its instrument's, in its theme.
import { themeOf } from '#lib/server/campaign-theme.ts';
import { content } from '#lib/server/content.ts';
import { cacheableAs } from '#lib/server/etag.ts';
import { offered } from '#lib/server/offered.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { instrumentPicture } from '#lib/server/picture.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, params, url }) => {
	const found = await offered(params.campaign, url);
	const instrument = found && content().instruments.get(found.campaign.instrument);
	if (!found || !instrument) return refusedWith(404);
	const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' };
	return pictureReply(
		() => instrumentPicture(instrument, publicOrigin(url), themeOf(found.campaign)),
		(png) => cacheableAs(request, png, headers)
	);
};
