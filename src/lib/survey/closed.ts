// Why nobody may begin a campaign's survey now → the words that say so, with the dates on its own clock.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

/** `goOn`: what is said to whoever has begun and may finish. */
export type Closed = { readonly title: string; readonly text: string; readonly goOn?: string };

export type Closing = {
	readonly opening: 'open' | 'not yet' | 'over' | 'gone';
	/** ISO 8601; null where that has no date. */
	readonly opensAt: string | null;
	readonly closesAt: string | null;
	/** The IANA name of the time zone in which the campaign lives. */
	readonly zone: string;
	/** Null: it has no name. */
	readonly firm: string | null;
};

/** Null while it is open. */
export function closedOf({ opening, opensAt, closesAt, zone, firm: named }: Closing, locale: Locale): Closed | null {
	const firm = named ?? m.site_operator({}, { locale });
	switch (opening) {
		case 'open':
			return null;
		case 'not yet':
			return {
				title: m.offered_not_yet_title({}, { locale }),
				text: m.offered_not_yet_text({ date: onClock(opensAt, zone, locale), firm }, { locale })
			};
		case 'over':
			return {
				title: m.offered_over_title({}, { locale }),
				text: m.offered_over_text({ date: onClock(closesAt, zone, locale), firm }, { locale })
			};
		case 'gone':
			return {
				title: m.offered_gone_title({}, { locale }),
				text: m.offered_gone_text({ firm }, { locale })
			};
	}
}

/** "1 December 2026 at 09:00 CET". */
function onClock(at: string | null, timeZone: string, locale: Locale): string {
	if (at === null) return '';
	const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZoneName: 'short',
		timeZone
	});
	return date.format(new Date(at));
}
