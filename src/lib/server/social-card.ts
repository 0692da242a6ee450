// An instrument → what networks show where its address, or that of a shared report, is posted: never anything of a report.
import { leadOf } from '#lib/picture/of-instrument.ts';
import { theme, type Worn } from './brand.ts';
import { content } from './content.ts';
import { saidOfInstrument } from './picture.ts';

export type SocialCard = {
	readonly title: string;
	readonly description: string;
	readonly url: string;
	readonly picture: { readonly src: string; readonly alt: string };
};

/** With addresses under `origin`, a campaign's in its theme; null for an instrument that is not offered any more. */
export function socialCard(id: string, origin: string, worn: Worn = theme()): SocialCard | null {
	const instrument = content().instruments.get(id);
	if (instrument === undefined) return null;
	const url = `${origin}${worn.campaign === undefined ? `/${id}` : `/c/${worn.campaign}`}`;
	return {
		title: instrument.title,
		description: leadOf(instrument),
		url,
		picture: { src: `${url}/picture.png`, alt: saidOfInstrument(instrument, origin, worn) }
	};
}
