// The summary of the meeting as PDF, as it is now; where nothing was written, its page says so.
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { themeOfEngagement } from '#lib/server/engagement/pages.ts';
import { summaryNow } from '#lib/server/engagement/summary-page.ts';
import { paperReply } from '#lib/server/pdf-reply.ts';
import { personIn } from '#lib/server/person.ts';
import { refusedWith, seeOther } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	const person = personIn(locals);
	const engagement = await engagementFor(person, params.engagement);
	if (engagement === null) return refusedWith(404);
	const summary = await summaryNow(person, engagement);
	if (summary === null) return seeOther(`/studio/engagements/${engagement.id}/meeting/summary`);
	return paperReply(summary.paper, summary.date, await themeOfEngagement(engagement));
};
