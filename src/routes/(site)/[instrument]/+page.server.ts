// What a visitor is told about one instrument before taking it.
import { error } from '@sveltejs/kit';
import { landing } from '#lib/server/landing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => landing(params.instrument) ?? error(404);
