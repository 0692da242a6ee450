// An instrument's sample report, if it has one.
import { error } from '@sveltejs/kit';
import { closed } from '#core/report/closing.ts';
import { theme } from '#lib/server/brand.ts';
import { content } from '#lib/server/content.ts';
import { sampleReport } from '#lib/server/sample.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const sample = content().samples.get(params.instrument) ?? error(404);
	return { report: closed(sampleReport(sample), theme().closing) };
};
