// Gives the share picture of a report: the company's half, whatever the key opens.
import { publicOrigin } from '#lib/server/origin.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import { pictureHeaders, reportPicture } from '#lib/server/picture.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { reportFor } from '#lib/server/reports.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const opened = await reportFor(params.key);
	if (opened === null) return refusedWith(404);
	return pictureReply(
		() => reportPicture(opened.report, publicOrigin(url)),
		(png) => new Response(png, { headers: pictureHeaders(opened.report) })
	);
};
