#!/usr/bin/env node
// Starts the `bellwether` command; builds it first where the sources are newer than what was built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const built = join(root, 'build', 'tools', 'cli.js');
const lock = join(root, 'node_modules', '.bellwether-building');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const sources = [
	'src',
	'static',
	'content/messages',
	'.config',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json'
];

/** @param {string} path @returns {number} When anything at or below the path was changed last. */
function changed(path) {
	const entry = statSync(path, { throwIfNoEntry: false });
	if (entry === undefined) return 0;
	if (!entry.isDirectory()) return entry.mtimeMs;
	const below = readdirSync(path).filter((name) => name !== 'paraglide');
	return Math.max(0, ...below.map((name) => changed(join(path, name))));
}

/** @returns {boolean} Whether something has to be built, and can be: an installed image has no sources. */
function isStale() {
	if (!existsSync(vite) || !existsSync(join(root, 'src'))) return false;
	const when = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return sources.some((source) => changed(join(root, source)) > when);
}

/** @param {string[]} options */
function build(options) {
	const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...options], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	if (run.status === 0) return;
	process.stderr.write(run.stdout);
	process.stderr.write(run.stderr);
	process.stderr.write('Bellwether could not be built.\n');
	process.exit(1);
}

/** @returns {boolean} Whether the lock is ours now; one whose owner has died is taken away. */
function locked() {
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
		if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
		return false;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Builds both halves; a second command that is started meanwhile waits for the first. */
function buildOnce() {
	while (!locked()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
	const unlock = () => rmSync(lock, { force: true });
	process.once('exit', unlock);
	if (isStale()) {
		process.stderr.write('Building Bellwether; this takes a moment, and only after a change.\n');
		build([]);
		build(['--mode', 'tools']);
	}
	unlock();
}

if (isStale()) buildOnce();
if (!existsSync(built)) {
	process.stderr.write('Bellwether is not built. Run npm ci and npm run build.\n');
	process.exit(1);
}
await import(built);
