// A text → the squares of its QR code.
import encodeQR from 'qr';

export type Qr = {
	/** Squares on a side, with the quiet ones around that readers need. */
	readonly size: number;
	/** The dark squares as the path of an SVG, one unit each. */
	readonly path: string;
};

export function qrOf(text: string): Qr {
	const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
	const runs = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size: rows.length, path: runs.join('') };
}
