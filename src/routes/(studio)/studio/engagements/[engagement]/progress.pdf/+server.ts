// What has changed since the round before, as PDF; where that cannot be told, its page says why.
import { pathOfPage } from '#lib/engagement/pages.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { themeOfEngagement } from '#lib/server/engagement/pages.ts';
import { progressFor } from '#lib/server/engagement/progress.ts';
import { paperReply } from '#lib/server/pdf-reply.ts';
import { personIn } from '#lib/server/person.ts';
import { refusedWith, seeOther } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	const person = personIn(locals);
	const engagement = await engagementFor(person, params.engagement);
	if (engagement === null) return refusedWith(404);
	const progress = await progressFor(person, engagement);
	if (!('paper' in progress)) return seeOther(pathOfPage(engagement.id, 'progress'));
	return paperReply(progress.paper, progress.date, await themeOfEngagement(engagement));
};
