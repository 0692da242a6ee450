// A folder in which `npx bellwether` works as in a checkout, with a small instrument under the flagship's name.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from './cli.ts';
import { smallContent, writeContent } from './small-content.ts';

const root = join(import.meta.dirname, '../..');

export type Checkout = {
	readonly folder: string;
	/** Runs lines of shell in it, up to the first that fails. */
	readonly run: (lines: string, environment: Readonly<Record<string, string>>) => Run;
	readonly remove: () => void;
};

export function newCheckout(): Checkout {
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-checkout-'));
	for (const name of ['build', 'node_modules', 'package.json', 'src'])
		symlinkSync(join(root, name), join(folder, name));
	const renamed = Object.entries(smallContent).map(([path, text]) => [
		path.replace(/^small\//, 'sales-velocity/'),
		text
	]);
	const without = Object.fromEntries(Object.keys(smallContent).map((path) => [path, null]));
	writeContent(join(folder, 'content'), { ...without, ...(Object.fromEntries(renamed) as Record<string, string>) });
	return {
		folder,
		run(lines, environment) {
			const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', lines], {
				cwd: folder,
				env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
				encoding: 'utf8',
				timeout: 120_000
			});
			return { status, out: stdout, err: stderr };
		},
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
