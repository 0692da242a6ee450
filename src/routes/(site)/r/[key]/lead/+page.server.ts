// The form in which an owner leaves an address, by itself: where it comes back to if something is wrong, and to change it.
import { error, fail, redirect } from '@sveltejs/kit';
import { leaveOnPage } from '#lib/server/lead-posting.ts';
import { leadPageOf } from '#lib/server/lead-page.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const page = await leadPageOf(params.key, publicOrigin(url));
	if (page === null) error(404);
	const { gate, form, isLeft, firm, privacy, isMailed } = page;
	return { lead: { gate, form, isLeft, firm, privacy, isMailed } };
};

export const actions: Actions = {
	default: async ({ params, request }) => {
		const left = await leaveOnPage(params.key, request);
		if (left === 'unknown') error(404);
		if (left === 'kept') redirect(303, `/r/${params.key}?left#thanks`);
		return fail(left.status, { form: left.form });
	}
};
