// The bytes of a picture → a logo that page and PDF can draw, or what is wrong with it.
import { wrong, type Wrong } from './wrong.ts';

/** A file that is no text; `bytes` is empty where it is too large to be read. */
export type Picture = { readonly path: string; readonly size: number; readonly bytes: Uint8Array };

export type Logo = {
	readonly type: 'image/png' | 'image/jpeg';
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	readonly base64: string;
};

export const MOST_BYTES = 200 * 1024;
/** A side. */
export const MOST_PIXELS = 2400;
const NAME = /^[a-z0-9][a-z0-9._-]*\.(png|jpe?g)$/i;

/** The logo with this name in the folder of a theme, among the pictures of the content. */
export function readLogo(name: string, folder: string, pictures: readonly Picture[]): Logo | Wrong {
	if (/\.svgz?$/i.test(name))
		return wrong('wrong-logo', EXPECTED, `"${name}"`, 'Save the logo as PNG, 600 pixels wide.');
	if (!NAME.test(name)) return wrong('wrong-logo', EXPECTED, `"${name}"`, 'Put the picture there and write its name.');
	const picture = pictures.find(({ path }) => path === `${folder}${name}`);
	if (!picture) return wrong('logo-missing', `the picture ${folder}${name}`, 'none', 'Put the picture there.');
	if (picture.size > MOST_BYTES) {
		const found = `${Math.ceil(picture.size / 1024)} KB`;
		return wrong('logo-too-large', 'a picture of at most 200 KB', found, 'Save it smaller: 600 pixels are enough.');
	}
	const { bytes } = picture;
	const head = headOf(bytes);
	if (!head) return wrong('wrong-logo', EXPECTED, 'a file that is neither', 'Save the picture again as PNG.');
	const { width, height } = head;
	if (width > MOST_PIXELS || height > MOST_PIXELS) {
		const found = `${width} × ${height}`;
		return wrong('logo-too-large', `at most ${MOST_PIXELS} pixels a side`, found, 'Save it smaller.');
	}
	return { ...head, base64: base64(bytes) };
}

const EXPECTED = 'the name of a PNG or JPEG picture beside this file';

/** What a picture says of itself, whatever its name is; null: it is neither PNG nor JPEG. */
export function headOf(bytes: Uint8Array): Omit<Logo, 'base64'> | null {
	const png = sizeOfPng(bytes);
	const [width, height] = png ?? sizeOfJpeg(bytes) ?? [0, 0];
	return width === 0 ? null : { type: png ? 'image/png' : 'image/jpeg', width, height };
}

type Size = readonly [width: number, height: number];

/** Null unless its chunks lead from the signature to the end. Source: W3C, Portable Network Graphics, third edition. */
function sizeOfPng(bytes: Uint8Array): Size | null {
	const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 33 || data.getUint32(0) !== 0x89504e47 || data.getUint32(4) !== 0x0d0a1a0a) return null;
	if (data.getUint32(12) !== IHDR) return null;
	for (let at = 8; at + 12 <= bytes.length; at += 12 + data.getUint32(at)) {
		if (data.getUint32(at + 4) === IEND) return seen([data.getUint32(16), data.getUint32(20)]);
	}
	return null;
}

const IHDR = 0x49484452;
const IEND = 0x49454e44;

/** Null unless there is a frame before the picture's data, and an end after it. Source: ITU-T T.81, annex B. */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
	const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isWhole = bytes.some((byte, at) => at > 2 && byte === 0xd9 && bytes[at - 1] === 0xff);
	if (!isWhole || data.getUint16(0) !== 0xffd8) return null;
	let size: Size | null = null;
	for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + data.getUint16(at + 2)) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === SCAN) return size && seen(size);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		// A second frame would be another size than the one that was checked.
		if (isFrame && (size !== null || at + 9 > bytes.length)) return null;
		if (isFrame) size = [data.getUint16(at + 7), data.getUint16(at + 5)];
	}
	return null;
}

const SCAN = 0xda;

const seen = (size: Size): Size | null => (size[0] > 0 && size[1] > 0 ? size : null);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
		const four = [first >> 2, ((first & 3) << 4) | (second >> 4), ((second & 15) << 2) | (third >> 6), third & 63];
		const there = Math.min(3, bytes.length - at);
		text += four.map((six, place) => (place <= there ? LETTERS[six] : '=')).join('');
	}
	return text;
}
