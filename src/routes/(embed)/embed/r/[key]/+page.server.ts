// A report key → the report in a frame on one of the sites of its campaign, as far as it is open, and the form that opens it.
import { error, fail, redirect } from '@sveltejs/kit';
import { closed } from '#core/report/closing.ts';
import { theme } from '#lib/server/brand.ts';
import { knownCampaign } from '#lib/server/campaigns.ts';
import { around } from '#lib/server/frames.ts';
import { leadPageOf } from '#lib/server/lead-page.ts';
import { leaveOnPage } from '#lib/server/lead-posting.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { reportFor } from '#lib/server/reports.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const opened = await reportFor(params.key);
	const campaign = opened?.campaign ? await knownCampaign(opened.campaign) : null;
	if (opened === null || campaign === null) error(404);
	const { report, gate, access } = opened;
	const { sites } = campaign.settings;
	locals.frames = sites;
	return {
		report: closed(report, theme().closing),
		gate,
		lead: access === 'owner' ? await leadPageOf(params.key, publicOrigin(url)) : null,
		isLeftNow: url.searchParams.has('left'),
		here: url.search,
		privacy: `/c/${campaign.id}/privacy`,
		around: around(url, sites)
	};
};

export const actions: Actions = {
	default: async ({ params, request, url }) => {
		const left = await leaveOnPage(params.key, request);
		if (left === 'unknown') error(404);
		if (left !== 'kept') return fail(left.status, { form: left.form });
		url.searchParams.set('left', '');
		redirect(303, `${url.pathname}${url.search}#thanks`);
	}
};
