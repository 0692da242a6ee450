// A report key → the report, and for its owner the links that were given away.
import { error } from '@sveltejs/kit';
import { closed } from '#core/report/closing.ts';
import { theme } from '#lib/server/brand.ts';
import { questionnaire } from '#lib/server/content.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { warmPdf } from '#lib/server/pdf.ts';
import { saidOfReport } from '#lib/server/picture.ts';
import { shownReminder } from '#lib/server/reminders.ts';
import { reportFor } from '#lib/server/reports.ts';
import { sharesOf } from '#lib/server/shares.ts';
import { socialCard } from '#lib/server/social-card.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const opened = await reportFor(params.key);
	if (opened === null) error(404);
	warmPdf();
	const origin = publicOrigin(url);
	const isOwner = opened.access === 'owner';
	const shares = isOwner ? await sharesOf(params.key) : [];
	const canTakeAgain = questionnaire(opened.instrument) !== null;
	const refused = url.searchParams.get('reminder');
	return {
		report: closed(opened.report, theme().closing),
		isOwner,
		canReopen: opened.reopenableUntil !== null,
		canTakeAgain,
		reminder: isOwner ? await shownReminder(params.key, refused, canTakeAgain, opened.report.locale) : null,
		shares: shares.map(({ id, scope, path }) => ({ id, scope, link: origin + path })),
		picture: isOwner ? saidOfReport(opened.report, origin) : '',
		card: isOwner ? null : socialCard(opened.instrument, origin)
	};
};
