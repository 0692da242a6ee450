// What a visitor is told about one instrument before taking it.
import { error } from '@sveltejs/kit';
import { landing } from '#lib/server/landing.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { socialCard } from '#lib/server/social-card.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
	const found = landing(params.instrument) ?? error(404);
	return { ...found, card: socialCard(params.instrument, publicOrigin(url)) };
};
