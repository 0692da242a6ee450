// The ledger of erasures: what was erased, beside the database and not in it, so that an older one put back forgets it too.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { keepFolder } from './durable-file.ts';
import { env } from './env.ts';

const ledger = (): string => join(env().dataDir, 'erasures');

/** Adds hashes of responses, and returns once the disk has them. One that stands there twice says no more than once. */
export function noteErasures(hashes: readonly string[]): void {
	if (hashes.length === 0) return;
	const file = ledger();
	const isNew = !existsSync(file);
	mkdirSync(env().dataDir, { recursive: true, mode: 0o700 });
	const handle = openSync(file, 'a', 0o600);
	try {
		// Begins a line of its own, whatever a power cut has left of the one before. One call: what is appended by one call
		// stands together, so several processes may share the file. On a disk that is nearly full it writes less.
		const lines = Buffer.from(`\n${hashes.join('\n')}\n`);
		if (writeSync(handle, lines) !== lines.length)
			throw new Error('the ledger of erasures takes no more: the disk is full');
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	if (isNew) keepFolder(env().dataDir);
}

/** Every hash in it. */
export function notedErasures(): ReadonlySet<string> {
	const file = ledger();
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	return new Set(lines.filter((line) => /^[0-9a-f]{64}$/.test(line)));
}
