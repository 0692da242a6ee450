// Address and password → into the studio, or on to the second step.
import { redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database/database.ts';
import { hasOwner } from '#lib/server/people.ts';
import { wayBack } from '#lib/server/studio-door.ts';
import { postSignIn } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.person) redirect(303, wayBack(url.searchParams.get('to')));
	if (!(await hasOwner(await database()))) redirect(303, '/studio/set-up');
	return { done: url.searchParams.get('done') };
};

export const actions = { default: postSignIn } satisfies Actions;
