// The engagement that these pages are about, for whoever may open it.
import { error } from '@sveltejs/kit';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { headOf } from '#lib/server/engagement/pages.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals: { person } }) => {
	const engagement = person && (await engagementFor(person, params.engagement));
	if (!engagement) error(404);
	return { engagement: headOf(engagement) };
};
