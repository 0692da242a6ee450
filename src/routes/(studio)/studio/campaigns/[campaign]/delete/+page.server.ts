// Asks once more, then deletes.
import { error, redirect } from '@sveltejs/kit';
import { deleteCampaign } from '#lib/server/campaign-changes.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ params, locals: { person } }) => {
		if (!person) error(404);
		const deleted = await deleteCampaign(params.campaign, person);
		if (deleted.kind === 'gone') error(404);
		redirect(303, '/studio/campaigns?deleted');
	}
};
