// The first owner, by the token that the server has printed.
import { redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database/database.ts';
import { hasOwner } from '#lib/server/people.ts';
import { postSetUp } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	if (await hasOwner(await database())) redirect(303, '/studio');
	return {};
};

export const actions = { default: postSetUp } satisfies Actions;
