// What there is to compare, by instrument.
import { error } from '@sveltejs/kit';
import { comparisonChoice } from '#lib/server/engagement/portfolio.ts';
import type { PageServerLoad } from './$types';

const refusals = ['few', 'many', 'unlike', 'untold'] as const;

export const load: PageServerLoad = async ({ locals: { person }, url }) => {
	if (!person) error(404);
	const because = refusals.find((each) => each === url.searchParams.get('not')) ?? null;
	return { instruments: await comparisonChoice(person), because };
};
