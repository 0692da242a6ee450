// A folder on disk → the files that the parser takes.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceFile } from '#core/instrument/parse.ts';

export function filesIn(folder: string): SourceFile[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({
			path: path.slice(folder.length).split(sep).join('/').replace(/^\//, ''),
			text: readFileSync(path, 'utf8')
		}));
}
