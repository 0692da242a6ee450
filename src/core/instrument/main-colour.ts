// The pixels of a picture → the colour that most of what is colourful in it has.
import { hexOf, lchOf } from './colour.ts';

/** What a person would still call a colour rather than a grey. Source: by eye, over logos in OKLCH. */
const COLOURFUL = 0.05;
const HUES = 24;

/**
 * `#rrggbb`; null where all of it is black, white, grey or see-through. `pixels` are four bytes each: red, green, blue
 * and opacity, from 0 to 255, the first three multiplied by the last, as painters keep them.
 */
export function mainColour(pixels: Uint8Array): string | null {
	const hues = Array.from({ length: HUES }, () => ({ weight: 0, lightness: 0, chroma: 0, x: 0, y: 0 }));
	for (let at = 0; at + 3 < pixels.length; at += 4) {
		const opacity = pixels[at + 3] ?? 0;
		if (opacity < 64) continue;
		const { lightness, chroma, hue } = lchOf(written(pixels.subarray(at, at + 3), opacity));
		if (chroma < COLOURFUL) continue;
		const found = hues[Math.floor(((hue + Math.PI) / (2 * Math.PI)) * HUES) % HUES];
		if (found === undefined) continue;
		found.weight += chroma;
		found.lightness += lightness * chroma;
		found.chroma += chroma * chroma;
		found.x += Math.cos(hue) * chroma;
		found.y += Math.sin(hue) * chroma;
	}
	const [most] = hues.toSorted((a, b) => b.weight - a.weight);
	if (most === undefined || most.weight === 0) return null;
	const { weight, lightness, chroma, x, y } = most;
	return hexOf({ lightness: lightness / weight, chroma: chroma / weight, hue: Math.atan2(y, x) });
}

const written = (bytes: Uint8Array, opacity: number): string =>
	`#${[...bytes]
		.map((byte) =>
			Math.min(255, Math.round((byte * 255) / opacity))
				.toString(16)
				.padStart(2, '0')
		)
		.join('')}`;
