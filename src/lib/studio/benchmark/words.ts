// Flags, figures, times and states of the reviewer's pages → plain words.
import { decimal, points } from '#core/report/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Words = (words: object, options: { locale: Locale }) => string;

const names: Readonly<Record<string, Words>> = {
	ATTENTION: m.quality_flag_attention,
	HONEYPOT: m.quality_flag_honeypot,
	INCOMPLETE: m.quality_flag_incomplete,
	INCONSISTENT: m.quality_flag_inconsistent,
	LONGSTRING: m.quality_flag_longstring,
	LOW_IRV: m.quality_flag_low_irv,
	SPEED_PAGE: m.quality_flag_speed_page,
	SPEED_TOTAL: m.quality_flag_speed_total,
	STRAIGHT_ALL: m.quality_flag_straight_all,
	STRAIGHT_BLOCK: m.quality_flag_straight_block,
	TIME_FLOOR: m.quality_flag_time_floor
};

export const flagName = (flag: string, locale: Locale): string => names[flag]?.({}, { locale }) ?? flag;

export type Raised = {
	readonly flag: string;
	readonly isStrong: boolean;
	readonly figures: Readonly<Record<string, number>>;
};

/** What raised it: "12 of 14 pages took under 2 seconds a question." */
export function whyRaised({ flag, figures }: Raised, locale: Locale): string {
	const { quick = 0, pages = 0, seconds = 0, median = 0, blocks = 0, answers = 0 } = figures;
	const { longest = 0, spread = 0, pairs = 0, apart = 0, answered = 0 } = figures;
	const hundredths = (value: number): string => decimal(value / 100, locale, 2);
	const options = { locale };
	switch (flag) {
		case 'ATTENTION':
			return m.quality_why_attention({}, options);
		case 'HONEYPOT':
			return m.quality_why_honeypot({}, options);
		case 'INCOMPLETE':
			return m.quality_why_incomplete({}, options);
		case 'INCONSISTENT':
			return m.quality_why_inconsistent({ pairs, apart: hundredths(apart) }, options);
		case 'LONGSTRING':
			return m.quality_why_longstring({ longest, answers }, options);
		case 'LOW_IRV':
			return m.quality_why_low_irv({ answers, spread: hundredths(spread) }, options);
		case 'SPEED_PAGE':
			return m.quality_why_speed_page({ quick, pages }, options);
		case 'SPEED_TOTAL':
			return m.quality_why_speed_total({ seconds, median }, options);
		case 'STRAIGHT_ALL':
			return m.quality_why_straight_all({ blocks, answers }, options);
		case 'STRAIGHT_BLOCK':
			return m.quality_why_straight_block({ blocks, answers }, options);
		case 'TIME_FLOOR':
			return m.quality_why_time_floor({ answered, seconds }, options);
		default:
			return '';
	}
}

/** "12 min 5 s" */
export function timeWords(seconds: number | null, locale: Locale): string {
	if (seconds === null) return m.quality_took_unknown({}, { locale });
	if (seconds < 60) return m.quality_took_seconds({ seconds }, { locale });
	return m.quality_took_minutes({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 }, { locale });
}

export const indexWords = (tenths: number | null, locale: Locale): string =>
	tenths === null ? m.quality_index_none({}, { locale }) : points(tenths, locale);

type Ruling = 'included' | 'excluded' | null;

export function stateWords(
	{ isIn, ruling }: { readonly isIn: boolean; readonly ruling: Ruling },
	locale: Locale
): string {
	if (ruling === 'included') return m.quality_state_included({}, { locale });
	if (ruling === 'excluded') return m.quality_state_excluded({}, { locale });
	return isIn ? m.quality_state_in({}, { locale }) : m.quality_state_out({}, { locale });
}
