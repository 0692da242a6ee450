// The ids that were chosen, posted so that no address holds them → the companies side by side, without names.
import { error, redirect } from '@sveltejs/kit';
import { comparisonOf } from '#lib/server/engagement/comparison.ts';
import type { Actions } from './$types';

const CHOOSE = '/studio/engagements/compare';

export const actions: Actions = {
	default: async ({ request, locals: { person } }) => {
		if (!person) error(404);
		const chosen = (await request.formData()).getAll('engagement').filter((each) => typeof each === 'string');
		const compared = await comparisonOf(person, chosen);
		if (typeof compared === 'string') redirect(303, `${CHOOSE}?not=${compared}`);
		return { compared };
	}
};
