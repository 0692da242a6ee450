// All clients that this person may see, as far as their address narrows them.
import { error } from '@sveltejs/kit';
import { portfolioPage } from '#lib/server/engagement/portfolio.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { person }, url }) => {
	if (!person) error(404);
	return { ...(await portfolioPage(person, url)), isDeleted: url.searchParams.has('deleted') };
};
