// How an instrument works out its reports, today or in the version with this hash.
import { error } from '@sveltejs/kit';
import { methodOf } from '#lib/server/method.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) =>
	(await methodOf(params.instrument, url.searchParams.get('of'))) ?? error(404);
