// The tree as data for the tests in this folder: every source file with its lines and what it imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Source = {
	readonly path: string;
	readonly text: string;
	readonly lines: number;
	readonly imports: readonly string[];
};

const PATTERN =
	/(?:^|[\s;])(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;(])import\s*\(?\s*['"]([^'"]+)['"]/gm;

/** Files under folders of the project, as paths from its root with `/`; generated ones are left out. */
export function files(pattern: RegExp, ...folders: readonly string[]): readonly string[] {
	return folders
		.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((path) => pattern.test(path) && !path.startsWith('src/lib/paraglide/'))
		.sort();
}

/** An import as a path from the root where it is ours (`src/core/…`), else the package's name as written. */
function resolved(from: string, specifier: string): string {
	if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
	if (specifier.startsWith('$lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier));
	return specifier;
}

export function source(path: string): Source {
	const text = readFileSync(join(root, path), 'utf8');
	const imports = [...text.matchAll(PATTERN)].map((match) => resolved(path, match[1] ?? match[2] ?? ''));
	return { path, text, lines: text.split('\n').length - 1, imports };
}
