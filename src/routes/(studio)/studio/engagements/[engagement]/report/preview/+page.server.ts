// The company report as its client would get it now.
import { error } from '@sveltejs/kit';
import { draftOf } from '#lib/server/engagement/company-report.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { personIn } from '#lib/server/person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const engagement = (await engagementFor(personIn(locals), params.engagement)) ?? error(404);
	const { edited } = await draftOf(engagement);
	if (edited === null) error(404);
	return { report: edited.report };
};
