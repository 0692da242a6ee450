// What somebody who was asked by an engagement is told before the first question.
import { error } from '@sveltejs/kit';
import { introductionOf, participantOf } from '#lib/server/engagement/participant.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, cookies }) => {
	const found = await participantOf(params.token);
	if (typeof found === 'number') error(found);
	return { asked: (await introductionOf(found, cookies)) ?? error(410) };
};
