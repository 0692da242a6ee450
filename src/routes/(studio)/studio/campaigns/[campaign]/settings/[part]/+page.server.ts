// One page of a campaign's settings: shown, saved, rearranged, tried.
import { error, fail, redirect } from '@sveltejs/kit';
import { notices, parts } from '#lib/campaign/parts.ts';
import { choicesOf, partShown, postPart } from '#lib/server/campaign-form.ts';
import { keptHere, lookOf, timeIn, zones } from '#lib/server/campaign-pages.ts';
import { findCampaign } from '#lib/server/campaigns.ts';
import { may } from '#lib/server/roles.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

async function found(params: RouteParams) {
	const part = parts.find((known) => known === params.part);
	const campaign = await findCampaign(params.campaign);
	return part === undefined || campaign === null ? error(404) : { part, campaign };
}

export const load: PageServerLoad = async ({ params, url: { searchParams } }) => {
	const { part, campaign } = await found(params);
	return {
		part,
		shown: partShown(campaign, part),
		saved: searchParams.has('saved') ? notices.filter((notice) => searchParams.has(notice)) : null,
		zones: part === 'survey' ? zones() : [],
		choices: choicesOf(campaign.instrument),
		kept: keptHere(),
		look: part === 'look' ? await lookOf(campaign) : null
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals: { person } }) => {
		const { part, campaign } = await found(params);
		if (!person || !may(person.role, 'change campaigns')) error(404);
		const posted = await postPart(campaign, part, await request.formData().catch(() => null), person);
		if (posted.kind === 'gone') error(404);
		if (posted.kind === 'saved') redirect(303, ['?saved', ...posted.notices].join('&'));
		const { meanwhile, ...shown } = posted.shown;
		return fail(posted.status, { ...shown, meanwhile: meanwhile && timeIn(campaign.settings.zone, meanwhile) });
	}
};
