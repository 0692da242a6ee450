// What a share picture says → the bytes of its PNG, in this thread. Nothing is opened but our fonts and the painter itself.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face, Measure } from '#lib/picture/lines.ts';
import { svgOf, type AnyPicture } from '#lib/picture/svg.ts';
import { fontkit, type Font } from './fontkit.ts';
import { fontFile } from './fonts.ts';

const files: Readonly<Record<Face, () => Uint8Array>> = {
	serif: () => fontFile('serif', 'normal').bytes,
	'serif-strong': () => fontFile('serif', 'bold').bytes,
	sans: () => fontFile('sans', 'normal').bytes,
	'sans-strong': () => fontFile('sans', 'bold').bytes
};

const names: readonly Face[] = ['serif', 'serif-strong', 'sans', 'sans-strong'];

const opened = new Map<Face, { readonly file: Uint8Array; readonly font: Font }>();

function face(name: Face): { readonly file: Uint8Array; readonly font: Font } {
	let known = opened.get(name);
	if (known === undefined) {
		const file = files[name]();
		opened.set(name, (known = { file, font: fontkit.create(file) }));
	}
	return known;
}

const widths = new Map<string, number>();
const MOST_WIDTHS = 5000;

/** As the painter sets it, kerning and ligatures included. Lines are tried many times over, so each is measured once. */
export const measure: Measure = (text, name) => {
	const key = `${name} ${text}`;
	let width = widths.get(key);
	if (width === undefined) {
		const { font } = face(name);
		if (widths.size >= MOST_WIDTHS) widths.clear();
		widths.set(key, (width = font.layout(text).advanceWidth / font.unitsPerEm));
	}
	return width;
};

let ready: Promise<void> | undefined;

/** Loads the painter and the fonts; the first picture would do it. */
export function prepare(): Promise<void> {
	for (const name of names) measure('Ag 0', name);
	return (ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))));
}

/** The same picture gives the same bytes. Blocks the thread until it is done. */
export async function painted(picture: AnyPicture): Promise<Uint8Array> {
	await prepare();
	const fontBuffers = names.map((name) => face(name).file);
	const drawing = new Resvg(svgOf(picture, measure), { font: { fontBuffers, defaultFontFamily: 'Inter' } });
	const image = drawing.render();
	try {
		return image.asPng();
	} finally {
		image.free();
		drawing.free();
	}
}

/** An SVG of ours, with nothing in it that is fetched; `pixels` are four bytes each, red, green, blue and opacity. */
export type Drawing = { readonly svg: string; readonly as: 'png' | 'pixels' };

/** The same for a drawing without words. */
export async function drawn({ svg, as }: Drawing): Promise<Uint8Array> {
	await prepare();
	const drawing = new Resvg(svg, { font: { fontBuffers: [] } });
	const image = drawing.render();
	try {
		return as === 'png' ? image.asPng() : image.pixels;
	} finally {
		image.free();
		drawing.free();
	}
}
