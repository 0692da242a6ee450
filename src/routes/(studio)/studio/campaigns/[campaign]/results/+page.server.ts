// What came of a campaign in a period: counts, and nobody's name.
import { error } from '@sveltejs/kit';
import { findCampaign } from '#lib/server/campaigns.ts';
import { periodOf, resultsOf } from '#lib/server/results.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const campaign = await findCampaign(params.campaign);
	if (campaign === null) error(404);
	const period = periodOf(url.searchParams);
	return { period, results: await resultsOf(campaign, period, new Date()) };
};
