// A chart of a benchmark → what its picture says: the sentence, the drawing, how it is read, and where it is from.
import type { Theme } from '#core/instrument/theme.ts';
import type { ChartBlock } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { brandOf, type Brand } from './picture.ts';

export type ChartPicture = Pick<ChartBlock, 'drawn' | 'ticks' | 'legend' | 'source'> & {
	readonly locale: string;
	readonly brand: Brand;
	/** Above the headline, in small type. */
	readonly kicker: string;
	readonly headline: string;
	/** Where the page is, without protocol. */
	readonly address: string;
};

type Of = { readonly address: string; readonly isDemonstration: boolean };

export function pictureOfChart(
	{ title, says, drawn, ticks, legend, source }: ChartBlock,
	theme: Theme,
	{ address, isDemonstration }: Of
): ChartPicture {
	const locale = baseLocale;
	return {
		locale,
		brand: brandOf(theme),
		kicker: isDemonstration ? m.study_picture_demonstration({ title }, { locale }) : title,
		headline: says,
		drawn,
		ticks,
		legend,
		source,
		address: address.replace(/^https?:\/\//, '')
	};
}
