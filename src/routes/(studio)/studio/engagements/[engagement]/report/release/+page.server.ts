// What would go out to the client, and the deliberate act that sends it.
import { error } from '@sveltejs/kit';
import { postRelease, releasePage } from '#lib/server/engagement/company-report-page.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const engagement = (await engagementFor(personIn(locals), params.engagement)) ?? error(404);
	return releasePage(engagement);
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const person = personIn(locals);
		const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
		return postRelease({ person, engagement, request });
	}
};
