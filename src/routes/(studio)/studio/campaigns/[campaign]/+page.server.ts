// A campaign at a glance; it is published and taken offline here.
import { error, redirect } from '@sveltejs/kit';
import { linkOf } from '#lib/campaign/links.ts';
import { publishCampaign } from '#lib/server/campaign-changes.ts';
import { countsFor, titleOf } from '#lib/server/campaign-pages.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { may } from '#lib/server/roles.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { person }, params, url, parent }) => {
	const { campaign } = await parent();
	const origin = publicOrigin(url);
	return {
		title: titleOf(campaign.instrument),
		origin,
		link: linkOf(origin, params.campaign),
		counts: person ? await countsFor(person, params.campaign) : null,
		isDone: url.searchParams.has('done')
	};
};

const publishing =
	(isPublished: boolean) =>
	async ({ locals: { person }, params }: RequestEvent) => {
		if (!person || !may(person.role, 'change campaigns')) error(404);
		const changed = await publishCampaign(params.campaign, isPublished, person);
		if (changed.kind === 'gone') error(404);
		redirect(303, `/studio/campaigns/${params.campaign}?done`);
	};

export const actions: Actions = { publish: publishing(true), unpublish: publishing(false) };
