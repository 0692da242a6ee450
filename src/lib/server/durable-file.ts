// Files that are whole or not there at all, also after a power cut.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Keeps the names in a folder: a file that was made or renamed may else be gone with the power. */
export function keepFolder(folder: string): void {
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Puts a finished file in its place. */
export function settleFile(temporary: string, file: string): void {
	const handle = openSync(temporary, 'r+');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(temporary, file);
	keepFolder(dirname(file));
}

/** Writes a file that only we may read, in the place of any that was there. */
export function writePrivate(file: string, text: string): void {
	const temporary = `${file}.${process.pid}.new`;
	writeFileSync(temporary, text, { mode: 0o600 });
	settleFile(temporary, file);
}

const DAY = 24 * 3_600_000;

/** Takes away what a process that was killed has left: by these names, and not written for a day. */
export function clearLeft(folder: string, names: RegExp): void {
	for (const name of readdirSync(folder).filter((each) => names.test(each))) {
		const path = join(folder, name);
		const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
		if (Date.now() - written > DAY) rmSync(path, { recursive: true, force: true });
	}
}
