// One contribution to a benchmark: what was noticed about it, and a reviewer's decision.
import { error } from '@sveltejs/kit';
import { contributionPage } from '#lib/server/review-page.ts';
import { rulingActions } from '#lib/server/ruling-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const about = await contributionPage(params.contribution);
	if (about === null) error(404);
	return { about, done: url.searchParams.get('done') };
};

export const actions: Actions = rulingActions;
