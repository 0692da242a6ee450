// What the benchmark of an instrument says as a whole.
import { error } from '@sveltejs/kit';
import { publicOrigin } from '#lib/server/origin.ts';
import { studyPageOf } from '#lib/server/study-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) =>
	(await studyPageOf(params.instrument, publicOrigin(url))) ?? error(404);
