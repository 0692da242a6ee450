// A client's link → the company report that was released to them.
import { error } from '@sveltejs/kit';
import { releasedBy } from '#lib/server/engagement/releases.ts';
import { warmPdf } from '#lib/server/pdf.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const found = await releasedBy(params.token);
	if (found === null) error(404);
	if (found.report === null) error(410);
	warmPdf();
	return { report: found.report };
};
