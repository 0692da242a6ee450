// Notes that an offer was followed, and leads there: the page opens it, since a form of ours may not lead to other sites.
import { error } from '@sveltejs/kit';
import { leadPageOf, offerLinkFor } from '#lib/server/lead-page.ts';
import { recorded } from '#lib/server/lead-requests.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const page = await leadPageOf(params.key, publicOrigin(url));
	const link = page?.offer ? await offerLinkFor(params.key) : null;
	if (page === null || link === null) error(404);
	return { link, firm: page.firm };
};

export const actions: Actions = {
	default: async ({ params }) => {
		const link = await offerLinkFor(params.key);
		if (link === null || !(await recorded(params.key, { kind: 'offer', detail: { link } }))) error(404);
		return { going: true };
	}
};
