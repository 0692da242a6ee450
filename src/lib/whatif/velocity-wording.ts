// Terms of sales velocity and what a change brings → the words beside the sliders.
import type { Amount, Gain, Term } from '#core/calculators/velocity.ts';
import { decimal, money } from '#core/report/format.ts';
import type { Locale } from '#lib/ui/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** A term with its unit; a changed one is shown to a tenth at most. */
export function termIn(term: Term, { units, decimals }: Amount, currency: string | null, locale: Locale): string {
	const value = units / 10 ** decimals;
	if (term === 'value') return money(value, currency, locale);
	const number = decimal(value, locale, Number.isInteger(value) ? 0 : 1);
	if (term === 'winRate') return m.report_velocity_percent({ percent: number }, { locale });
	return term === 'cycle' ? m.report_velocity_days({ days: number }, { locale }) : number;
}

/** Tenths of a per cent with their sign: "+9.3%". */
export const shareIn = (tenths: number, locale: Locale, digits: 0 | 1 = 1): string => {
	const sign = tenths > 0 ? '+' : tenths < 0 ? '−' : '';
	return `${sign}${m.report_velocity_percent({ percent: decimal(Math.abs(tenths) / 10, locale, digits) }, { locale })}`;
};

/** "+9.3% (+EUR 310,000 a year)", or that nothing changed. */
export function gainIn(gain: Gain | null, currency: string | null, locale: Locale): string {
	if (gain === null || (gain.tenthsPct === 0 && gain.perYear === 0)) return m.whatif_sliders_none({}, { locale });
	const amount = `${gain.perYear < 0 ? '−' : '+'}${money(Math.abs(gain.perYear), currency, locale)}`;
	return m.whatif_sliders_more({ percent: shareIn(gain.tenthsPct, locale), amount }, { locale });
}
