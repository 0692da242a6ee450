// A folder of backups: how a new one is named, and which old ones make room for it.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { clearLeft, keepFolder } from '../durable-file.ts';

const OURS = /^bellwether-\d{8}T\d{6}Z\.backup$/;

/** One that never got to its end. */
const LEFT = /^bellwether-\d{8}T\d{6}Z\.backup\.\d+\.new$/;

/** The file that is meant: the path itself, or a new name in a folder. */
export function backupFile(path: string, date: Date): string {
	const isFolder = /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());
	return isFolder ? join(path, `bellwether-${stampOf(date)}.backup`) : path;
}

/** Deletes all but the newest of those that were named by us. Gives what was deleted. */
export function rotate(folder: string, keep: number): readonly string[] {
	const old = readdirSync(folder)
		.filter((name) => OURS.test(name))
		.toSorted()
		.slice(0, -keep);
	for (const name of old) rmSync(join(folder, name));
	clearLeft(folder, LEFT);
	keepFolder(folder);
	return old;
}

/** A time as part of a file's name: `20261122T093000Z`. */
const stampOf = (date: Date): string => date.toISOString().replace(/\.\d+|[-:]/g, '');
