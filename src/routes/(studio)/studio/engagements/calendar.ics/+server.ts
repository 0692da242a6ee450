// Gives the days of all engagements that this person may open, as a calendar file.
import { calendarReply } from '#lib/server/engagement/calendar.ts';
import { engagementsFor } from '#lib/server/engagement/engagements.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { person }, url }) =>
	person ? calendarReply(await engagementsFor(person), publicOrigin(url), 'clients') : refusedWith(404);
