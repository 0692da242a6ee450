// What was decided about an engagement, to look at and to change.
import { error, redirect } from '@sveltejs/kit';
import { zones } from '#lib/server/campaign-pages.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { brandChoices } from '#lib/server/engagement/pages.ts';
import { saveSettings, settingsPage } from '#lib/server/engagement/settings-form.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const engagement = (await engagementFor(personIn(locals), params.engagement)) ?? error(404);
	const isSaved = url.searchParams.has('saved');
	return { ...(await settingsPage(engagement)), zones: zones(), brands: await brandChoices(), isSaved };
};

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const saved = await saveSettings(request, personIn(locals), params.engagement);
		if (saved === 'unknown') error(404);
		return saved === 'changed' ? redirect(303, '?saved') : saved;
	}
};
