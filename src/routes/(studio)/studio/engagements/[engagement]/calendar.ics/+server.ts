// Gives the days of one engagement as a calendar file.
import { calendarReply } from '#lib/server/engagement/calendar.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { person }, url }) => {
	const engagement = person && (await engagementFor(person, params.engagement));
	return engagement ? calendarReply([engagement], publicOrigin(url), 'client') : refusedWith(404);
};
