// The campaign that these pages are about: its name and where it stands.
import { error } from '@sveltejs/kit';
import { headOf } from '#lib/server/campaign-pages.ts';
import { findCampaign } from '#lib/server/campaigns.ts';
import { may } from '#lib/server/roles.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals: { person } }) => {
	const campaign = await findCampaign(params.campaign);
	if (!person || campaign === null) error(404);
	return { campaign: headOf(campaign), mayChange: may(person.role, 'change campaigns') };
};
