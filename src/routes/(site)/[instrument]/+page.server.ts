// What a visitor is told about one instrument before taking it.
import { error } from '@sveltejs/kit';
import { landing } from '#lib/server/landing.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { socialCard } from '#lib/server/social-card.ts';
import { isStudyOpen } from '#lib/server/study-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const found = landing(params.instrument) ?? error(404);
	const card = socialCard(params.instrument, publicOrigin(url));
	return { ...found, card, isStudyOpen: await isStudyOpen(params.instrument) };
};
