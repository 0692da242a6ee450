// The link of a campaign → its QR code, as a drawing that scales or as pixels for a printer.
import { drawing } from './picture.ts';
import type { Bytes } from './press.ts';
import { qrOf } from './qr.ts';

const PIXELS = 1200;

/** On white, so that it can be read on a dark page as on a dark poster. */
export function qrSvg(link: string): string {
	const { size, path } = qrOf(link);
	const area = `width="${PIXELS}" height="${PIXELS}" viewBox="0 0 ${size} ${size}"`;
	const squares = `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" ${area} shape-rendering="crispEdges">${squares}</svg>`;
}

export const qrPng = (link: string): Promise<Bytes> => drawing({ svg: qrSvg(link), as: 'png' });
