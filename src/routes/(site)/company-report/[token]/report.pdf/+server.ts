// A client's link → the company report that was released to them, as a PDF.
import { companyPdf } from '#lib/server/engagement/company-pdf.ts';
import { releasedBy } from '#lib/server/engagement/releases.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { turn } from '#lib/server/turns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	await turn();
	const found = await releasedBy(params.token);
	if (found === null) return refusedWith(404);
	return found.report === null ? refusedWith(410) : companyPdf(found.report, found.theme);
};
