// Files that come one after the other, each only once there is room for it → the bytes of a zip, as they are asked for.
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export type ZipEntry = {
	readonly name: string;
	/** Begun when it is this one's turn. */
	readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
	/** What is small already is only stored. */
	readonly isPacked?: boolean;
};

/** A dated entry would make two zips of the same things differ. */
const UNDATED = new Date(1980, 0, 1);

/** Nothing is held but what is under way. Whoever stops reading stops the making, too. */
export function zipOf(entries: readonly ZipEntry[]): Readable {
	const zip = new ZipFile();
	const output = zip.outputStream;
	// The types say less than it is.
	if (!(output instanceof Readable)) throw new Error('a zip has to be a stream of its own kind');
	let current: Readable | null = null;
	for (const { name, chunks, isPacked = false } of entries) {
		// A quick pass of deflate: how large a file is matters less than how long somebody waits for it.
		const options = { mtime: UNDATED, ...(isPacked ? { compress: false } : { compressionLevel: 1 }) };
		zip.addReadStreamLazy(name, options, (begin) => {
			current = readable(chunks());
			begin(null, current);
		});
	}
	zip.on('error', (error: Error) => output.destroy(error));
	output.on('close', () => current?.destroy());
	zip.end();
	return output;
}

/** So many bytes may wait: what comes next is made while what came before is packed or sent. */
const AHEAD = 512 * 1024;

export const readable = (chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Readable =>
	Readable.from(chunks, { objectMode: false, highWaterMark: AHEAD });

/** The body of a response. */
export const bodyOf = (stream: Readable): ReadableStream<Uint8Array> =>
	Readable.toWeb(stream) as ReadableStream<Uint8Array>;
