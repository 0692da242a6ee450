// Gives the QR code of a campaign's link as a picture.
import { linkOf } from '#lib/campaign/links.ts';
import { findCampaign } from '#lib/server/campaigns.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { qrPng } from '#lib/server/campaign-qr.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const campaign = await findCampaign(params.campaign);
	if (campaign === null) return refusedWith(404);
	return pictureReply(
		() => qrPng(linkOf(publicOrigin(url), campaign.id)),
		(png) => new Response(png, { headers: { 'content-type': 'image/png' } })
	);
};
