// The survey of a campaign in a frame on one of its sites. Before a script runs, its form goes on in a page of its own.
import { error, redirect } from '@sveltejs/kit';
import { queryOf } from '#core/survey/address.ts';
import { countedAs } from '#lib/campaign/source.ts';
import { carriedIn, embedded } from '#lib/server/embedded.ts';
import { around } from '#lib/server/frames.ts';
import { closingOf } from '#lib/server/offered.ts';
import { postSurvey, surveyPage } from '#lib/server/survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, cookies, locals }) => {
	const { found, visit } = (await embedded(params.instrument, url, cookies)) ?? error(404);
	const { campaign, opening, preview } = found;
	locals.frames = campaign.settings.sites;
	const page = (await surveyPage(visit)) ?? error(404);
	const { source, carried } = page.occasion;
	return {
		...page,
		occasion: { ...page.occasion, carried: carriedIn(url) },
		alone: `/c/${campaign.id}/survey${queryOf(null, carried)}`,
		privacy: `/c/${campaign.id}/privacy`,
		closing: closingOf(found),
		seen: opening === 'open' && !preview && page.place === null ? countedAs(source) : null,
		campaign: campaign.id,
		around: around(url, campaign.settings.sites)
	};
};

export const actions: Actions = {
	default: async ({ params, url, cookies, request }) => {
		const { visit } = (await embedded(params.instrument, url, cookies)) ?? error(404);
		const posted = (await postSurvey(visit, await request.formData())) ?? error(404);
		redirect(303, posted.kind === 'go' ? posted.to : `/c/${visit.campaign.id}/survey`);
	}
};
