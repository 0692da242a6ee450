// Gives the QR code of a campaign's link as a drawing.
import { linkOf } from '#lib/campaign/links.ts';
import { findCampaign } from '#lib/server/campaigns.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { qrSvg } from '#lib/server/campaign-qr.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const campaign = await findCampaign(params.campaign);
	if (campaign === null) return refusedWith(404);
	const headers = { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'" };
	return new Response(qrSvg(linkOf(publicOrigin(url), campaign.id)), { headers });
};
