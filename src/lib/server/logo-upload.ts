// A file that somebody uploads as a logo → a PNG of our own making, or what is wrong with the file.
import { headOf, MOST_BYTES, MOST_PIXELS, type Logo } from '#core/instrument/logo.ts';
import { mainColour } from '#core/instrument/main-colour.ts';
import { drawing } from './picture.ts';

/** The server takes half a megabyte with everything around it. */
export const MOST_UPLOADED = 450 * 1024;

/** Pixels: more is never shown. */
const WIDTHS = [600, 400, 240, 120];
const TALLEST = 400;
/** Enough to see what it is. */
const SAMPLED = 120;

type Fault = 'logo' | 'logo-size' | 'logo-pixels';

export type ReadLogo = { readonly ok: true; readonly logo: Logo } | { readonly ok: false; readonly fault: Fault };

/**
 * What the file says that it is, by its name or its type, counts for nothing. Its size in pixels is looked at before
 * anything is unpacked, and only the pixels go on: whatever else was in the file stays behind.
 */
export async function logoFrom(file: Blob): Promise<ReadLogo> {
	if (file.size > MOST_UPLOADED) return { ok: false, fault: 'logo-size' };
	const bytes = new Uint8Array(await file.arrayBuffer());
	const head = headOf(bytes);
	if (head === null) return { ok: false, fault: 'logo' };
	if (head.width > MOST_PIXELS || head.height > MOST_PIXELS) return { ok: false, fault: 'logo-pixels' };
	const picture = { ...head, base64: Buffer.from(bytes).toString('base64') };
	for (const most of WIDTHS) {
		const { svg, width, height } = drawn(picture, most);
		const png = await drawing({ svg, as: 'png' }).catch(() => null);
		if (png === null || isEmpty(await drawing({ svg: drawn(picture, SAMPLED).svg, as: 'pixels' })))
			return { ok: false, fault: 'logo' };
		if (png.length <= MOST_BYTES)
			return {
				ok: true,
				logo: { type: 'image/png', width, height, base64: Buffer.from(png).toString('base64') }
			};
	}
	return { ok: false, fault: 'logo-pixels' };
}

/** The colour that a logo suggests for the rest; null: it has none. */
export async function colourOf(logo: Logo): Promise<string | null> {
	return mainColour(await drawing({ svg: drawn(logo, SAMPLED).svg, as: 'pixels' }));
}

/** The painter leaves out a picture that it cannot decode. */
const isEmpty = (pixels: Uint8Array): boolean => pixels.every((byte, at) => at % 4 !== 3 || byte === 0);

function drawn({ type, base64, ...size }: Logo, most: number) {
	const scale = Math.min(1, most / size.width, TALLEST / size.height);
	const [width, height] = [size.width, size.height].map((side) => Math.max(1, Math.round(side * scale))) as [
		number,
		number
	];
	const area = `width="${width}" height="${height}"`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${area}><image ${area} preserveAspectRatio="none" href="data:${type};base64,${base64}"/></svg>`;
	return { svg, width, height };
}
