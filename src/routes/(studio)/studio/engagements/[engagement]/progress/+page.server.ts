// What has changed since the round before.
import { error } from '@sveltejs/kit';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { progressFor } from '#lib/server/engagement/progress.ts';
import { personIn } from '#lib/server/person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
	return { progress: await progressFor(person, engagement) };
};
