// The code of a telephone, or one that was kept for when it is lost.
import { redirect } from '@sveltejs/kit';
import { postSecondStep } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.person) redirect(303, '/studio');
};

export const actions = { default: postSecondStep } satisfies Actions;
