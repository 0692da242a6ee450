// The bytes of a zip → its files, read by what the format says and by none of our code.
import { crc32, inflateRawSync } from 'node:zlib';

/** By name, in the order of the central directory; every checksum is checked. */
export function unzipped(bytes: Buffer): ReadonlyMap<string, Buffer> {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0) throw new Error('there is no end of a central directory');
	const files = new Map<string, Buffer>();
	let at = bytes.readUInt32LE(end + 16);
	for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
		if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('the central directory is broken');
		const [method, checksum, size] = [
			bytes.readUInt16LE(at + 10),
			bytes.readUInt32LE(at + 16),
			bytes.readUInt32LE(at + 20)
		];
		const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
			number,
			number,
			number
		];
		const local = bytes.readUInt32LE(at + 42);
		const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(data, data + size);
		const file = method === 0 ? packed : inflateRawSync(packed);
		const path = bytes.toString('utf8', at + 46, at + 46 + name);
		if (crc32(file) !== checksum) throw new Error(`${path} has another checksum`);
		files.set(path, file);
		at += 46 + name + extra + comment;
	}
	return files;
}
