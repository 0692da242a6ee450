// One webhook: what it is told of, its log, its secret, on and off.
import { error } from '@sveltejs/kit';
import { webhookActions } from '#lib/server/webhook-actions.ts';
import { webhookPage } from '#lib/server/webhook-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const page = await webhookPage(params.webhook, url);
	if (page === null) error(404);
	return { ...page, done: url.searchParams.get('done') };
};

export const actions: Actions = webhookActions;
