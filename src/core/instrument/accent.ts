// A brand's colour → the colours that can be read on our paper by day and by night.
import { contrast, hexOf, lchOf } from './colour.ts';

/** What text needs. Source: WCAG 2.2, success criterion 1.4.3. */
export const ENOUGH = 4.5;

/** What an accent stands on, or is stood on by: paper, sheet and the text of a button, as in app.css. */
export const grounds = {
	light: ['#fbfaf7', '#ffffff'],
	dark: ['#15181b', '#1c2024', '#10201f']
} as const;

/** In the dark a deep colour is lifted to this lightness, where it has the calm of the light one on paper. */
const LIFTED = 0.78;

export type Tone = {
	/** For words, lines and surfaces under words. */
	readonly accent: string;
	/** For what is only there to be seen: the brand's own colour wherever that shows. */
	readonly mark: string;
};

/** Both appearances of a brand's colour, given as #rrggbb: the colour itself where it can be read. */
export function tonesOf(brand: string): { readonly light: Tone; readonly dark: Tone } {
	const light = readable(brand, grounds.light, -1);
	const { lightness, chroma } = lchOf(brand);
	const dark = lightness >= LIFTED ? brand : hexOf({ ...lchOf(brand), lightness: LIFTED });
	const lifted = readable(dark, grounds.dark, 1);
	return {
		light: { accent: light, mark: chroma > 0.1 || weakest(brand, grounds.light) >= 1.2 ? brand : light },
		dark: { accent: lifted, mark: weakest(brand, grounds.dark) >= 3 ? brand : lifted }
	};
}

/** The least contrast of a colour with any of its grounds. */
export const weakest = (colour: string, on: readonly string[]): number =>
	Math.min(...on.map((ground) => contrast(colour, ground)));

/** The same hue, one step of lightness after the other away from the grounds, until it can be read on all of them. */
function readable(colour: string, on: readonly string[], direction: 1 | -1): string {
	const { lightness, ...rest } = lchOf(colour);
	let found = colour;
	for (let step = 1; weakest(found, on) < ENOUGH && step <= STEPS; step += 1) {
		found = hexOf({ ...rest, lightness: Math.min(1, Math.max(0, lightness + (direction * step) / STEPS)) });
	}
	return found;
}

const STEPS = 400;
