// A folder on the disk → its text files. Links are refused, and with them every way out of the folder.
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_BYTES as MOST_OF_LOGO, type Picture } from '#core/instrument/logo.ts';
import type { SourceFile } from '#core/instrument/parse.ts';
import type { Problem } from '#core/problem.ts';
import { wrong } from './input.ts';

const MOST_BYTES = 1_000_000;
const MOST_FILES = 20_000;
const TEXT = /\.(md|ya?ml|json|lock|txt|csv)$/;

/** A folder that cannot be read as content; `problems` names every file. */
export class UnreadableFolder extends Error {
	override readonly name = 'UnreadableFolder';
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems[0]?.expected);
		this.problems = problems;
	}
}

type Entry = { readonly path: string; readonly size: number; readonly changed: number };

/**
 * The text files in a folder and below, by their paths from there, with slashes. Names with a dot in front and files
 * that are no text (a logo) are passed over. Throws `UnreadableFolder`.
 */
export function readFolder(folder: string): SourceFile[] {
	const problems: Problem[] = [];
	const files = entriesOf(folder, problems).flatMap(({ path, size }): SourceFile[] => {
		if (size > MOST_BYTES) {
			problems.push(
				wrong('file-too-large', `${path}:1`, `at most ${MOST_BYTES} bytes`, `${size}`, 'Split it or take it out.')
			);
			return [];
		}
		const text = decoded(readFileSync(join(folder, path)));
		if (text !== null) return [{ path, text }];
		if (TEXT.test(path))
			problems.push(wrong('not-utf-8', `${path}:1`, 'text in UTF-8', 'another encoding', 'Save it as UTF-8.'));
		return [];
	});
	if (problems.length > 0) throw new UnreadableFolder(problems);
	return files;
}

/** The pictures in a folder, `path` before their names; those too large for a logo without their bytes. */
export function picturesIn(folder: string, path: string): readonly Picture[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => PICTURE.test(name) && statSync(join(folder, name)).isFile())
		.map((name) => {
			const { size } = statSync(join(folder, name));
			const bytes = size > MOST_OF_LOGO ? new Uint8Array() : new Uint8Array(readFileSync(join(folder, name)));
			return { path: path + name, size, bytes };
		});
}

const PICTURE = /\.(png|jpe?g)$/i;

/** Changes whenever a file in the folder does. */
export function stampOf(folder: string): string {
	return entriesOf(folder, [])
		.map(({ path, size, changed }) => `${path} ${size} ${changed}`)
		.join('\n');
}

function entriesOf(root: string, problems: Problem[]): Entry[] {
	const found: Entry[] = [];
	const walk = (below: string): void => {
		for (const name of readdirSync(join(root, below)).sort()) {
			if (name.startsWith('.')) continue;
			const path = below === '' ? name : `${below}/${name}`;
			const entry = lstatSync(join(root, path));
			if (found.length >= MOST_FILES) continue;
			if (entry.isDirectory()) walk(path);
			else if (entry.isFile()) found.push({ path, size: entry.size, changed: entry.mtimeMs });
			else
				problems.push(
					wrong('not-a-file', `${path}:1`, 'files and folders', 'a link or device', 'Put the file itself there.')
				);
		}
	};
	try {
		walk('');
	} catch {
		problems.push(wrong('folder-missing', root, 'a folder that can be read', 'none', 'Name another with CONTENT_DIR.'));
	}
	return found;
}

function decoded(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
