// A report key and what it opened → what can be done with the report above it: for its owner all of it, else the PDF.
import type { Theme } from '#core/instrument/theme.ts';
import { longDate } from '#core/report/format.ts';
import { questionnaire } from './content.ts';
import { saidOfReport } from './picture.ts';
import { shownReminder } from './reminders.ts';
import { wholeReportFor, type OpenedReport } from './reports.ts';
import { sharesOf } from './shares.ts';

type Where = { readonly url: URL; readonly origin: string; readonly theme: Theme | undefined };

export async function deedsOf(key: string, opened: OpenedReport, { url, origin, theme }: Where) {
	const { gate, instrument, report } = opened;
	const canReopen = opened.reopenableUntil !== null;
	const canTakeAgain = questionnaire(instrument) !== null;
	const common = { canReopen, canTakeAgain };
	if (opened.access !== 'owner')
		return { ...common, isOwner: false, newerPeers: null, reminder: null, shares: [], picture: '' };
	const shares = await sharesOf(key);
	// The picture is free where the summary is, and so is what it says.
	const pictured = gate === 'rest' ? ((await wholeReportFor(key))?.report ?? report) : report;
	return {
		...common,
		isOwner: true,
		newerPeers: opened.newerPeers && longDate(opened.newerPeers, report.locale),
		reminder: await shownReminder(key, url.searchParams.get('reminder'), canTakeAgain, report.locale),
		shares: shares.map(({ id, scope, path }) => ({ id, scope, link: origin + path })),
		picture: saidOfReport(pictured, origin, theme)
	};
}
