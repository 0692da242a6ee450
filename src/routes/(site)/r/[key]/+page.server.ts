// A report key → the report as far as it is open, and for its owner what can be done with it.
import { error } from '@sveltejs/kit';
import { closed } from '#core/report/closing.ts';
import { theme } from '#lib/server/brand.ts';
import { isUncounted } from '#lib/server/engagement/invited.ts';
import { leadPageOf } from '#lib/server/lead-page.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { warmPdf } from '#lib/server/pdf.ts';
import { deedsOf } from '#lib/server/report-deeds.ts';
import { reportFor } from '#lib/server/reports.ts';
import { socialCard } from '#lib/server/social-card.ts';
import { confirmable, MAILED } from '#lib/server/verifying.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const opened = await reportFor(params.key);
	if (opened === null) error(404);
	warmPdf();
	const { report, gate, instrument } = opened;
	const origin = publicOrigin(url);
	const isOwner = opened.access === 'owner';
	return {
		report: closed(report, theme().closing),
		gate,
		lead: isOwner ? await leadPageOf(params.key, origin) : null,
		isUncounted: isOwner && (await isUncounted(params.key)),
		isLeftNow: url.searchParams.has('left'),
		/** What a mailed link brought, where it can be confirmed. */
		mailed: isOwner ? await confirmable(params.key, url.searchParams.get(MAILED)) : null,
		isConfirmed: isOwner && url.searchParams.has('confirmed'),
		// After the key areas, if there are any.
		placed: report.parts.some(({ id }) => id === 'executive-summary') ? 'executive-summary' : 'summary',
		actions: await deedsOf(params.key, opened, { url, origin, theme: locals.theme }),
		card: isOwner ? null : socialCard(instrument, origin, locals.theme)
	};
};
