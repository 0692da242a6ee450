// The company report before it is released: its texts with what was written over them, and what went out already.
import { error, type RequestEvent } from '@sveltejs/kit';
import {
	companyReportPage,
	postOwn,
	postText,
	postUndo,
	postWithdrawal
} from '#lib/server/engagement/company-report-page.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const engagement = (await engagementFor(personIn(locals), params.engagement)) ?? error(404);
	const done = url.searchParams.get('done');
	return { ...(await companyReportPage(engagement)), done, origin: publicOrigin(url) };
};

async function posted({ params, locals, request }: Pick<RequestEvent, 'params' | 'locals' | 'request'>) {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params['engagement'] ?? '')) ?? error(404);
	return { person, engagement, request };
}

export const actions: Actions = {
	save: async (event) => postText(await posted(event)),
	undo: async (event) => postUndo(await posted(event)),
	own: async (event) => postOwn(await posted(event)),
	withdraw: async (event) => postWithdrawal(await posted(event))
};
