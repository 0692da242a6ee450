// "Is this how you see it?" by itself: where its form comes back to if something is wrong.
import { error, fail, redirect } from '@sveltejs/kit';
import { readFormOrJson } from '#lib/server/body.ts';
import { leadPageOf } from '#lib/server/lead-page.ts';
import { sayView, typedView } from '#lib/server/lead-requests.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const page = await leadPageOf(params.key, publicOrigin(url));
	if (page?.view == null) error(404);
	return { view: page.view, firm: page.firm };
};

export const actions: Actions = {
	default: async ({ params, request }) => {
		const body = await readFormOrJson(request);
		const said = await sayView(params.key, body.ok ? body.value : {});
		if (said === 'unknown') error(404);
		if (said === 'kept') redirect(303, `/r/${params.key}#view`);
		return fail(422, { problem: said, typed: typedView(body.ok ? body.value : {}) });
	}
};
