// The form that makes another campaign like this one.
import { error, fail, redirect } from '@sveltejs/kit';
import { linkOf } from '#lib/campaign/links.ts';
import { duplicate } from '#lib/server/campaign-beginning.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ links: linkOf(publicOrigin(url), '') });

export const actions: Actions = {
	default: async ({ params, request, locals: { person } }) => {
		if (!person) error(404);
		const begun = await duplicate(params.campaign, await request.formData(), person);
		if (begun.kind === 'begun') redirect(303, `/studio/campaigns/${begun.id}`);
		return begun.kind === 'gone' ? error(404) : fail(422, begun.shown);
	}
};
