// A file → the lines of a backup, once every byte of it was found to be what was written.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import {
	FORMAT,
	footShape,
	headShape,
	lineShape,
	LONGEST_FOOT,
	SEAL,
	sealed,
	type Foot,
	type Head,
	type Line
} from './format.ts';
import { changed, foreign, newer, unfinished, unreadable, Unsound } from './unsound.ts';

export type Opened = { readonly head: Head; readonly foot: Foot; readonly lines: () => AsyncGenerator<Line> };

/** Throws `Unsound` with what is wrong: not ours, newer than `known` migrations, truncated, changed. */
export async function openBackup(file: string, known: readonly string[]): Promise<Opened> {
	const head = await headOf(file);
	if (head.format > FORMAT) throw newer(file, `format ${head.format}, of version ${head.program}`);
	const foot = footOf(file);
	await assertUnchanged(file, foot);
	const strange = head.migrations.filter((name) => !known.includes(name));
	if (strange.length > 0) throw newer(file, `${strange.join(', ')}, of version ${head.program}`);
	return { head, foot, lines: () => linesOf(file) };
}

async function headOf(file: string): Promise<Head> {
	for await (const text of textLines(file)) {
		const head = headShape.safeParse(parsed(text));
		if (head.success) return head.data;
		throw foreign(file, 'another kind of file');
	}
	throw foreign(file, 'an empty file');
}

/** The foot from the end of the file, where nothing else may follow. */
function footOf(file: string): Foot {
	const end = endOf(file);
	for (let at = end.lastIndexOf(SEAL); at >= 0; at = at === 0 ? -1 : end.lastIndexOf(SEAL, at - 1)) {
		const foot = footIn(end.subarray(at));
		if (foot !== null) return foot;
	}
	throw unfinished(file, 'one whose end is missing or was changed');
}

function footIn(bytes: Buffer): Foot | null {
	try {
		const read = footShape.safeParse(parsed(gunzipSync(bytes, { maxOutputLength: LONGEST_FOOT }).toString()));
		return read.success && sealed(read.data.foot).equals(bytes) ? read.data.foot : null;
	} catch {
		return null;
	}
}

function endOf(file: string): Buffer {
	const handle = openSync(file, 'r');
	try {
		const { size } = fstatSync(handle);
		const bytes = Buffer.alloc(Math.min(size, LONGEST_FOOT));
		readSync(handle, bytes, 0, bytes.length, size - bytes.length);
		return bytes;
	} finally {
		closeSync(handle);
	}
}

async function assertUnchanged(file: string, foot: Foot): Promise<void> {
	const hash = createHash('sha256');
	let size = 0;
	for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
		hash.update(chunk.subarray(0, Math.max(0, foot.bytes - size)));
		size += chunk.length;
	}
	if (size !== foot.bytes + sealed(foot).length) throw changed(file, 'one of another length');
	if (hash.digest('hex') !== foot.sha256) throw changed(file, 'other bytes, from another SHA-256');
}

async function* linesOf(file: string): AsyncGenerator<Line> {
	let number = 0;
	for await (const text of textLines(file)) {
		number += 1;
		const json = parsed(text);
		const line = lineShape.safeParse(json);
		if (line.success) yield line.data;
		else if (number > 1 && !footShape.safeParse(json).success)
			throw changed(`${file}:${number}`, 'a line of another kind');
	}
}

async function* textLines(file: string): AsyncGenerator<string> {
	const source = createReadStream(file);
	const text = createGunzip();
	source.on('error', (error) => text.destroy(error));
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let rest = '';
	try {
		for await (const chunk of source.pipe(text) as AsyncIterable<Buffer>) {
			const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
			rest += first;
			for (const other of others) {
				yield rest;
				rest = other;
			}
		}
	} catch (error) {
		throw whyNot(file, error);
	} finally {
		source.destroy();
	}
}

function whyNot(file: string, error: unknown): unknown {
	if (error instanceof Unsound || !(error instanceof Error)) return error;
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	if (code === 'Z_BUF_ERROR') return unfinished(file, 'one that ends in the middle');
	if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
		return foreign(file, 'bytes that are no gzip of text');
	return /^E[A-Z]+$/.test(code) ? unreadable(file, `none (${code})`) : error;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
