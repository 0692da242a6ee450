// A campaign's offers and what was found → the one that fits. Pure.
import type { Offer } from '#lib/campaign/settings.ts';

/** What an offer may hang on: ids of the weakest sub-index, of the band of the company's index, of the role answered. */
export type Found = { readonly weakest: string | null; readonly band: string | null; readonly role: string | null };

/** The first of which all that is set holds; null: none. One without words is no offer. */
export function offerFor(offers: readonly Offer[], found: Found): Offer | null {
	const holds = (set: string | null, is: string | null): boolean => set === null || set === is;
	return (
		offers.find(
			({ weakest, band, role, text }) =>
				text !== '' && holds(weakest, found.weakest) && holds(band, found.band) && holds(role, found.role)
		) ?? null
	);
}
