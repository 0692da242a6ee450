// Colours as #rrggbb → how far two stand apart, and the same colour lighter or darker.

/** Lightness from 0 to 1, chroma from 0, hue in radians: OKLCH, where equal steps look equal. */
export type Lch = { readonly lightness: number; readonly chroma: number; readonly hue: number };

type Triple = readonly [number, number, number];

/**
 * The contrast ratio of two colours, from 1 to 21.
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function contrast(one: string, other: string): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
	const [red, green, blue] = linear(hex);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * A colour in OKLCH.
 * Source: Björn Ottosson, "A perceptual color space for image processing", 2020.
 */
export function lchOf(hex: string): Lch {
	const [red, green, blue] = linear(hex);
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
	const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
	return {
		lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
		chroma: Math.hypot(a, b),
		hue: Math.atan2(b, a)
	};
}

/** The colour on a screen; where a screen cannot show it, with as much chroma as it can. */
export function hexOf({ lightness, chroma, hue }: Lch): string {
	let most = chroma;
	let least = 0;
	if (!isShown(linearOf({ lightness, chroma, hue }))) {
		for (let step = 0; step < 20; step += 1) {
			const between = (least + most) / 2;
			if (isShown(linearOf({ lightness, chroma: between, hue }))) least = between;
			else most = between;
		}
		most = least;
	}
	return written(linearOf({ lightness, chroma: most, hue }));
}

/** So much of the first colour laid over the second, as a screen would blend them. */
export function mixed(over: string, under: string, share: number): string {
	const below = bytes(under);
	return joined(bytes(over).map((byte, at) => byte * share + (below[at] ?? 0) * (1 - share)));
}

function linearOf({ lightness, chroma, hue }: Lch): Triple {
	const a = chroma * Math.cos(hue);
	const b = chroma * Math.sin(hue);
	const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short
	];
}

const isShown = (rgb: Triple): boolean => rgb.every((part) => part >= -0.0001 && part <= 1.0001);

/** The parts of a colour as light adds up, from 0 to 1. */
function linear(hex: string): Triple {
	const [red = 0, green = 0, blue = 0] = bytes(hex).map((byte) => {
		const part = byte / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return [red, green, blue];
}

const written = (rgb: Triple): string =>
	joined(rgb.map((part) => 255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)));

const bytes = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const joined = (parts: readonly number[]): string =>
	`#${parts
		.map((part) =>
			Math.round(Math.min(255, Math.max(0, part)))
				.toString(16)
				.padStart(2, '0')
		)
		.join('')}`;
