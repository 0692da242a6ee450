// One instrument: its versions, problems and parts, and the texts that hold what was looked for.
import { error } from '@sveltejs/kit';
import { instrumentOverview } from '#lib/server/content-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const wanted = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const overview = await instrumentOverview(params.instrument, wanted);
	return { overview: overview ?? error(404), wanted };
};
