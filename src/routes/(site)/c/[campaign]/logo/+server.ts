// Gives the logo of a campaign to whoever has read its name on a page; the name changes with the picture.
import { nameOf } from '#lib/server/brand.ts';
import { knownCampaign } from '#lib/server/campaigns.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const logo = (await knownCampaign(params.campaign))?.settings.look.logo ?? null;
	if (logo === null || url.searchParams.get('v') !== nameOf(logo)) return refusedWith(404);
	return new Response(Buffer.from(logo.base64, 'base64'), {
		headers: { 'content-type': logo.type, 'cache-control': 'public, max-age=31536000, immutable' }
	});
};
