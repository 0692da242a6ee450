// The form for a new campaign.
import { error, fail, redirect } from '@sveltejs/kit';
import { linkOf } from '#lib/campaign/links.ts';
import { begin } from '#lib/server/campaign-beginning.ts';
import { instrumentChoices, zones } from '#lib/server/campaign-pages.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const instruments = instrumentChoices();
	const links = linkOf(publicOrigin(url), '');
	return { instruments, links, zones: zones(), values: { instrument: instruments[0]?.id ?? '', zone: 'UTC' } };
};

export const actions: Actions = {
	default: async ({ request, locals: { person } }) => {
		if (!person) error(404);
		const begun = await begin(await request.formData(), person);
		if (begun.kind === 'begun') redirect(303, `/studio/campaigns/${begun.id}`);
		return begun.kind === 'gone' ? error(404) : fail(422, begun.shown);
	}
};
