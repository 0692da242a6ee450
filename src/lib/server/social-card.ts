// An instrument → what networks show where its address, or that of a shared report, is posted: never anything of a report.
import { leadOf } from '#lib/picture/of-instrument.ts';
import { content } from './content.ts';
import { saidOfInstrument } from './picture.ts';

export type SocialCard = {
	readonly title: string;
	readonly description: string;
	readonly url: string;
	readonly picture: { readonly src: string; readonly alt: string };
};

/** With addresses under `origin`; null for an instrument that is not offered any more. */
export function socialCard(id: string, origin: string): SocialCard | null {
	const instrument = content().instruments.get(id);
	if (instrument === undefined) return null;
	return {
		title: instrument.title,
		description: leadOf(instrument),
		url: `${origin}/${id}`,
		picture: { src: `${origin}/${id}/picture.png`, alt: saidOfInstrument(instrument, origin) }
	};
}
