// The company report as its client would get it now, as a PDF for its author.
import { companyPdf } from '#lib/server/engagement/company-pdf.ts';
import { draftOf } from '#lib/server/engagement/company-report.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { themeOfEngagement } from '#lib/server/engagement/pages.ts';
import { personIn } from '#lib/server/person.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { turn } from '#lib/server/turns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	await turn();
	const engagement = await engagementFor(personIn(locals), params.engagement);
	const edited = engagement && (await draftOf(engagement)).edited;
	return edited ? companyPdf(edited.report, await themeOfEngagement(engagement)) : refusedWith(404);
};
