// A lead's result → what its page and mails say first: who has a long way to go is told what to do before the number.
import { plain } from '#core/instrument/fill.ts';
import { wholePoints } from '#core/report/format.ts';
import type { MovesBlock, Report } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import type { baseLocale } from '#lib/paraglide/runtime.js';
import type { LeadResult } from './lead-result.ts';

type Locale = typeof baseLocale;

/** The heading of the first of the moves that a report asks for; null where it asks for none. */
export function firstMoveOf(report: Report): string | null {
	const blocks = report.parts.flatMap((part) => part.blocks);
	const [first] = blocks.find((block): block is MovesBlock => block.kind === 'moves')?.items ?? [];
	return first === undefined ? null : plain(first.heading);
}

/** In the two lowest bands the first move leads and the number comes after it. */
export function saidFirst(
	{ finding, number, isLow }: Pick<LeadResult, 'finding' | 'number' | 'isLow'>,
	firstMove: string | null,
	locale: Locale
): readonly string[] {
	const move = firstMove === null ? [] : [m.lead_first_move({ move: firstMove }, { locale })];
	const told = finding === null ? [] : [finding];
	const shown = number === null ? [] : [numberSaid(number, locale)];
	return isLow ? [...move, ...told, ...shown] : [...told, ...shown, ...move];
}

function numberSaid({ index, tenths, band }: NonNullable<LeadResult['number']>, locale: Locale): string {
	const score = wholePoints(tenths, locale);
	return band === null
		? m.lead_number({ index, score }, { locale })
		: m.lead_number_band({ index, score, band }, { locale });
}
