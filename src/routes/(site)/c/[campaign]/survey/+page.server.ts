// The survey of a campaign, and what its form does where no script runs.
import { error, fail, redirect } from '@sveltejs/kit';
import { countedAs } from '#lib/campaign/source.ts';
import { knownCampaign } from '#lib/server/campaigns.ts';
import { cameFrom } from '#lib/server/occasion.ts';
import { closingOf, offered } from '#lib/server/offered.ts';
import { postSurvey, surveyPage } from '#lib/server/survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, request, cookies }) => {
	const found = (await offered(params.campaign, url)) ?? error(404);
	const { campaign, opening, preview } = found;
	const referer = request.headers.get('referer');
	const page = (await surveyPage({ instrument: campaign.instrument, campaign, url, referer, cookies })) ?? error(404);
	// Whoever comes from its landing page, or goes on here, was counted there.
	const isArrival = (referer === null || cameFrom(url, referer) !== null) && page.place === null;
	const seen = opening === 'open' && !preview && isArrival ? countedAs(page.occasion.source) : null;
	return { ...page, closing: closingOf(found), seen };
};

export const actions: Actions = {
	/** Whatever has become of the campaign meanwhile: what was answered is taken. */
	default: async ({ params, url, request, cookies }) => {
		const campaign = (await knownCampaign(params.campaign)) ?? error(404);
		const visit = { instrument: campaign.instrument, campaign, url, referer: request.headers.get('referer'), cookies };
		const posted = (await postSurvey(visit, await request.formData())) ?? error(404);
		if (posted.kind === 'go') redirect(303, posted.to);
		return fail(422, { refused: posted.questions });
	}
};
