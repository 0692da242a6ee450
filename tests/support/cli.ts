// Runs the built `bellwether` command as a person would, and gives what it printed and its exit status.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const launcher = join(import.meta.dirname, '../../src/cli/bellwether.js');

export type Run = { readonly status: number | null; readonly out: string; readonly err: string };

export function bellwether(args: readonly string[], input = ''): Run {
	const run = spawnSync(process.execPath, [launcher, ...args], { input, encoding: 'utf8', timeout: 60_000 });
	return { status: run.status, out: run.stdout, err: run.stderr };
}
