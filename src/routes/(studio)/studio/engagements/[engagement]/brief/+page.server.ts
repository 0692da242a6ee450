// The discovery brief of an engagement, with the notes beside its questions; or why there is none yet.
import { error } from '@sveltejs/kit';
import { postNotes } from '#lib/server/engagement/brief-page.ts';
import { briefFor } from '#lib/server/engagement/brief.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { notesOf } from '#lib/server/engagement/meetings.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url: { searchParams } }) => {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
	const { brief, untold } = await briefFor(person, engagement);
	const isSaved = searchParams.get('done') === 'notes';
	const { takesLate } = engagement.settings;
	return { brief, untold, takesLate, notes: brief === null ? {} : await notesOf(engagement.id), isSaved };
};

export const actions: Actions = {
	default: async ({ params, locals, request }) =>
		(await postNotes(personIn(locals), params.engagement, request)) ?? error(404)
};
