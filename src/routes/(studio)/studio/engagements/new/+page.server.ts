// The form for a new engagement, or for another round of one.
import { error, redirect } from '@sveltejs/kit';
import { instrumentChoices, zones } from '#lib/server/campaign-pages.ts';
import { begin, beginningFor } from '#lib/server/engagement/beginning.ts';
import { brandChoices } from '#lib/server/engagement/pages.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const beginning = (await beginningFor(personIn(locals), url.searchParams.get('previous'))) ?? error(404);
	return { ...beginning, instruments: instrumentChoices(), zones: zones(), brands: await brandChoices() };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const begun = (await begin(request, personIn(locals))) ?? error(404);
		return typeof begun === 'string' ? redirect(303, `/studio/engagements/${begun}?done=created`) : begun;
	}
};
