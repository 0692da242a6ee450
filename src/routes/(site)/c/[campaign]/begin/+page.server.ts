// What a campaign asks before its first question: the form, and the survey that it begins.
import { error, fail, redirect } from '@sveltejs/kit';
import { beginWithLead, emptyBeginning } from '#lib/server/lead-beginning.ts';
import { landing } from '#lib/server/landing.ts';
import { offered, seenBy } from '#lib/server/offered.ts';
import { remember } from '#lib/server/survey-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { campaign, opening } = (await offered(params.campaign, url)) ?? error(404);
	if (opening !== 'open') redirect(303, `/c/${params.campaign}`);
	const about = landing(campaign.instrument) ?? error(404);
	return { title: about.title, firm: seenBy(campaign, about.locale), ...emptyBeginning(campaign) };
};

export const actions: Actions = {
	default: async ({ params, url, request, cookies }) => {
		const { campaign, opening } = (await offered(params.campaign, url)) ?? error(404);
		if (opening !== 'open') redirect(303, `/c/${params.campaign}`);
		const begun = await beginWithLead(campaign, url, request.headers.get('referer'), await request.formData());
		if (begun.kind === 'refused') return fail(422, { form: begun.form, begins: begun.begins });
		// Where no script reads the fragment, the cookie says which response goes on.
		remember(cookies, begun.of, begun.identity);
		redirect(303, begun.to);
	}
};
