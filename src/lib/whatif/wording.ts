// What moved in a trial → the sentence that says so, for the page and for whoever listens to it.
import { points } from '#core/report/format.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { IndexScore } from '#core/scores/scores.ts';
import { bandLabel, keyAreaMoves, type IndexMove, type KeyAreaMove } from '#core/whatif/moves.ts';
import type { Tried } from '#core/whatif/tried.ts';
import type { Locale } from '#lib/ui/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** A score with one decimal, or that there is none. */
export const shown = ({ tenths }: IndexScore, locale: Locale): string =>
	tenths === null ? m.report_no_score({}, { locale }) : points(tenths, locale);

/** A difference of tenths as "+2.6"; empty where nothing moved or nothing can be subtracted. */
export function difference(by: number | null, locale: Locale): string {
	if (by === null || by === 0) return '';
	return `${by > 0 ? '+' : '−'}${points(Math.abs(by), locale)}`;
}

/** Everything that a change of answers moved: the totals with their bands, and which key areas come and go. */
export function said(
	instrument: Instrument,
	count: number,
	indices: readonly IndexMove[],
	before: Tried,
	after: Tried,
	locale: Locale
): string {
	const totals = indices.filter(({ isTotal }) => isTotal);
	const moved = totals.filter((move) => move.before.tenths !== move.after.tenths);
	const [main] = totals;
	if (count === 0) return m.whatif_say_nothing({}, { locale });
	const sentences: string[] = [m.whatif_say_count({ count }, { locale })];
	for (const move of moved) sentences.push(...toldOf(instrument, move, locale));
	if (moved.length === 0 && main) {
		sentences.push(m.whatif_say_same({ index: main.index.title, score: shown(main.after, locale) }, { locale }));
	}
	const areas = (side: readonly KeyAreaMove[]) =>
		list(
			side.filter(({ stays }) => !stays).map(({ title }) => m.whatif_say_area({ area: title }, { locale })),
			locale
		);
	const [came, went] = [areas(keyAreaMoves(instrument, after, before)), areas(keyAreaMoves(instrument, before, after))];
	if (came) sentences.push(m.whatif_say_came({ areas: came }, { locale }));
	if (went) sentences.push(m.whatif_say_went({ areas: went }, { locale }));
	return sentences.join(' ');
}

function toldOf(instrument: Instrument, { index, before, after }: IndexMove, locale: Locale): readonly string[] {
	const scores = { index: index.title, before: shown(before, locale), after: shown(after, locale) };
	const [was, is] = [bandLabel(instrument, index, before), bandLabel(instrument, index, after)];
	const band =
		is === null || was === null
			? []
			: [was === is ? m.whatif_say_band_same({ band: is }, { locale }) : m.whatif_say_band({ was, is }, { locale })];
	return [m.whatif_say_index(scores, { locale }), ...band];
}

const list = (items: readonly string[], locale: Locale): string => new Intl.ListFormat(locale).format(items);
