// The report of a lead, as the firm sees it.
import { error } from '@sveltejs/kit';
import { leadReport } from '#lib/server/lead-report.ts';
import { warmPdf } from '#lib/server/pdf.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const found = await leadReport(params.response);
	if (found === null) error(404);
	warmPdf();
	return { report: found.report };
};
