// Where everybody comes in.
import { error } from '@sveltejs/kit';
import { overview } from '#lib/server/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
	locals.person ? overview(locals.person.role, new Date()) : error(404);
