// All campaigns, for whoever may read them.
import { error } from '@sveltejs/kit';
import { campaignList } from '#lib/server/campaign-pages.ts';
import { may } from '#lib/server/roles.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { person }, url }) => {
	if (!person) error(404);
	const rows = await campaignList(person);
	return { rows, mayChange: may(person.role, 'change campaigns'), isDeleted: url.searchParams.has('deleted') };
};
