// Counts that a campaign's page was seen: by whom is neither asked nor kept.
import { campaignId } from '#lib/campaign/settings.ts';
import { sourceFrom } from '#lib/campaign/source.ts';
import { readJson } from '#lib/server/body.ts';
import { readShape } from '#lib/server/input.ts';
import { refused } from '#lib/server/replies.ts';
import { countVisit, seenBody } from '#lib/server/visits.ts';
import type { RequestHandler } from './$types';

/** The same answer whether or not there is such a campaign. */
export const POST: RequestHandler = async ({ params, request }) => {
	const read = await readJson(request);
	if (!read.ok) return refused(read.status, read.problems);
	const asked = readShape(seenBody, read.value);
	if (!asked.ok) return refused(422, asked.problems);
	const { utm_source = '' } = sourceFrom(() => asked.value.source, []);
	if (campaignId.safeParse(params.campaign).success) countVisit(params.campaign, utm_source);
	return new Response(null, { status: 204 });
};
