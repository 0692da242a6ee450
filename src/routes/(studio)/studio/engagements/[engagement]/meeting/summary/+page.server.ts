// The summary of the meeting as the client would get it, and the deliberate act of sending it.
import { error, fail, redirect } from '@sveltejs/kit';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import { meetingOf } from '#lib/server/engagement/meetings.ts';
import { sendSummary } from '#lib/server/engagement/summaries.ts';
import { summaryNow } from '#lib/server/engagement/summary-page.ts';
import { personIn } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const person = personIn(locals);
	const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
	const { sentAt } = await meetingOf(engagement.id);
	const sent = Number(url.searchParams.get('sent') ?? 0);
	return {
		summary: await summaryNow(person, engagement),
		sentAt,
		sent: Number.isInteger(sent) && sent > 0 ? { count: sent, waits: url.searchParams.has('waits') } : null
	};
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const person = personIn(locals);
		const engagement = (await engagementFor(person, params.engagement)) ?? error(404);
		const form = await request.formData().catch(() => new FormData());
		const text = (name: string): string => {
			const value = form.get(name);
			return typeof value === 'string' ? value.slice(0, 10_000) : '';
		};
		const asked = { to: text('to'), hash: text('hash'), isConfirmed: form.has('confirm') };
		const posted = await sendSummary(person, engagement, asked);
		if (posted.kind === 'unknown') redirect(303, '?');
		if (posted.kind === 'shown') return fail(422, { to: asked.to, faults: posted.faults });
		redirect(303, `?sent=${posted.count}${posted.waits ? '&waits' : ''}`);
	}
};
