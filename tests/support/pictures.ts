// Small pictures made of bytes, for logos: no file of ours has to be one.
import { deflateSync } from 'node:zlib';

const table = Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
	return rest;
});

const checksum = (bytes: Uint8Array): number =>
	(bytes.reduce((sum, byte) => (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(checksum(body));
	return Buffer.concat([length, body, sum]);
}

/** A PNG in one colour, half of it see-through. */
export function png(width: number, height: number, [red, green, blue] = [230, 160, 0]): Uint8Array {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 6, 0, 0, 0], 8);
	const row = [0, ...Array.from({ length: width }, (_, x) => [red, green, blue, x < width / 2 ? 255 : 90]).flat()];
	const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.from(row)));
	return new Uint8Array(
		Buffer.concat([
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
			chunk('IHDR', head),
			chunk('IDAT', deflateSync(rows)),
			chunk('IEND', Buffer.alloc(0))
		])
	);
}

/** The outline of a JPEG: segments, a frame with its size, and an end. */
export const jpeg = (width: number, height: number): Uint8Array =>
	Uint8Array.from([
		...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
		...[0xff, 0xc4, 0, 3, 0],
		...[0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
		...[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]
	]);
