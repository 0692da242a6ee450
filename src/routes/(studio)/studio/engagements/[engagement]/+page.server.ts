// The people of an engagement: who was asked and how far they are; asking, sharing, closing.
import { error } from '@sveltejs/kit';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { peoplePage } from '#lib/server/engagement/people-page.ts';
import { peoplePosts } from '#lib/server/engagement/people-posts.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url: { searchParams } }) => {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
	const done = searchParams.get('done');
	const count = Number(searchParams.get('count') ?? 0);
	return { ...(await peoplePage(person, engagement, searchParams.get('person'))), done, count };
};

export const actions = peoplePosts satisfies Actions;
