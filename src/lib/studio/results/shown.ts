// What the page of results is drawn from, as lib/server/results-shown.ts gives it; and how its numbers are said.
import { decimal, wholePoints } from '#core/report/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Counts = { readonly started: number; readonly completed: number; readonly leads: number };

export type Results = {
	readonly steps: readonly {
		readonly kind: 'seen' | 'started' | 'section' | 'completed' | 'lead';
		readonly title: string | null;
		readonly count: number;
	}[];
	readonly leaving: readonly { readonly section: string; readonly question: string; readonly count: number }[];
	readonly leftAtOnce: number;
	readonly atIt: number;
	readonly times: readonly { readonly section: string | null; readonly seconds: number; readonly of: number }[];
	readonly sources: readonly (Counts & { readonly source: string; readonly seen: number })[];
	readonly otherSources: (Counts & { readonly seen: number; readonly of: number }) | null;
	readonly at: string;
};

/** Of fewer than these a share says more than is known. */
const ENOUGH = 20;

/** "62%", or nothing where it is a share of too few. Whole numbers, half up. */
export function shareOf(count: number, all: number, locale: Locale): string {
	if (all < ENOUGH) return '';
	return m.results_share({ share: wholePoints(Math.round((count * 1000) / all), locale) }, { locale });
}

export const numberIn = (count: number, locale: Locale): string => decimal(count, locale, 0);

/** "4 min 30 s" */
export function timeIn(seconds: number, locale: Locale): string {
	const whole = Math.round(seconds);
	const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
	return minutes === 0
		? m.results_seconds({ seconds: rest }, { locale })
		: m.results_minutes({ minutes, seconds: rest }, { locale });
}
