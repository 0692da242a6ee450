// The meeting of one engagement: what was noted, agreed and decided, and who does what; all of it in one form.
import { error, fail, redirect } from '@sveltejs/kit';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { meetingPage } from '#lib/server/engagement/meeting-page.ts';
import { postMeeting } from '#lib/server/engagement/meeting-saving.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
	return { meeting: await meetingPage(person, engagement), isSaved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const form = await request.formData().catch(() => null);
		if (form === null) return fail(413, { isUnreadable: true as const });
		const posted = await postMeeting(personIn(locals), params.engagement, form);
		if (posted.kind === 'unknown') error(404);
		if (posted.kind === 'shown') return fail(posted.status, { shown: posted.shown });
		redirect(303, '?saved');
	}
};
