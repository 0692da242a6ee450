// The discovery brief for a telephone, on the way there.
import { error, redirect } from '@sveltejs/kit';
import { pathOfPage } from '#lib/engagement/pages.ts';
import { briefFor } from '#lib/server/engagement/brief.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { personIn } from '#lib/server/person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
	const { brief } = await briefFor(person, engagement);
	if (brief === null) redirect(303, pathOfPage(engagement.id, 'brief'));
	return { phone: brief.phone, back: pathOfPage(engagement.id, 'brief') };
};
