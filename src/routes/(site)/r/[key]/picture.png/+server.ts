// Gives the share picture of a report: the company's half, whatever the key opens.
import { refusedAtGate } from '#lib/server/gate.ts';
import { themeFor } from '#lib/server/campaign-theme.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { pictureHeaders, reportPicture } from '#lib/server/picture.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { wholeReportFor } from '#lib/server/reports.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const closed = await refusedAtGate(params.key, { free: true });
	if (closed !== null) return closed;
	const opened = await wholeReportFor(params.key);
	if (opened === null) return refusedWith(404);
	const worn = await themeFor(opened.campaign);
	return pictureReply(
		() => reportPicture(opened.report, publicOrigin(url), worn),
		(png) => new Response(png, { headers: pictureHeaders(opened.report) })
	);
};
