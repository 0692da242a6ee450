// `bellwether check --release`: which locks it writes, and when it writes none.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkContent, type CheckOptions } from '../../src/cli/check.ts';
import { ending } from '../../src/cli/output.ts';

const TINY = join(import.meta.dirname, '../fixtures/content/tiny');
const SITE = '---\nname: Bell\ncontact: mail@example.org\n---\n## Imprint\n\nBell.\n\n## Privacy\n\nWe keep little.\n';

let content: string;
let printed: { out: string; err: string };

beforeEach(() => {
	content = mkdtempSync(join(tmpdir(), 'bellwether-check-'));
	writeFileSync(join(content, 'site.md'), SITE);
	for (const id of ['tiny', 'second']) cpSync(TINY, join(content, id), { recursive: true });
	printed = { out: '', err: '' };
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))));
});

afterEach(() => {
	vi.restoreAllMocks();
	process.exitCode = undefined;
	rmSync(content, { recursive: true });
});

/** Runs the command as main.ts does, and gives the exit status. */
async function check(options: CheckOptions, folder = content): Promise<number> {
	printed = { out: '', err: '' };
	process.exitCode = undefined;
	await ending(() => checkContent(folder, options));
	return Number(process.exitCode ?? 0);
}

const lockOf = (id: string): string | null => {
	const file = join(content, id, 'versions.lock');
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

function edit(id: string, path: string, find: string, replacement: string): void {
	const file = join(content, id, path);
	writeFileSync(file, readFileSync(file, 'utf8').replace(find, replacement));
}

const release = { release: true };

describe('check', () => {
	test('writes nothing', async () => {
		expect(await check({})).toBe(0);
		expect(printed.out).toBe(`0 errors, 0 warnings in ${content}\n`);
		expect([lockOf('tiny'), lockOf('second')]).toEqual([null, null]);
	});
});

describe('check --release', () => {
	test('writes a lock for each instrument, says which, and the next check is content', async () => {
		expect(await check(release)).toBe(0);
		const says = ['second', 'tiny'].map((id) => `Released 1.0.0: wrote ${join(content, id, 'versions.lock')}\n`);
		expect(printed.out).toBe(`0 errors, 0 warnings in ${content}\n${says.join('')}`);
		expect(lockOf('tiny')).toContain('\nversion: 1.0.0\n');
		expect(await check({})).toBe(0);
		expect(printed.err).toBe('');
	});

	test('of one folder writes that lock alone', async () => {
		expect(await check(release, join(content, 'tiny'))).toBe(0);
		expect(lockOf('tiny')).not.toBeNull();
		expect(lockOf('second')).toBeNull();
	});

	test('as JSON', async () => {
		expect(await check({ json: true, release: true })).toBe(0);
		const released = ['second', 'tiny'].map((id) => ({ file: join(content, id, 'versions.lock'), version: '1.0.0' }));
		expect(JSON.parse(printed.out)).toEqual({ problems: [], released });
	});

	test('writes nothing while there is an error anywhere', async () => {
		edit('tiny', 'areas/calls.md', 'index: reach', 'index: rich');
		expect(await check(release)).toBe(1);
		expect(printed.err).toMatch(/unknown-index[^]*Nothing was released\.\n$/);
		expect([lockOf('tiny'), lockOf('second')]).toEqual([null, null]);
	});

	test.each([
		['a score moved', 'score: 50', 'score: 60', 'score-moved', '2.0.0'],
		['a text changed', 'on a bicycle', 'on the tram', 'unreleased-change', '1.1.0']
	])('after %s releases only the version that is due', async (_what, find, replacement, code, due) => {
		await check(release);
		const before = lockOf('tiny');
		edit('tiny', '30-craft/30-method.md', find, replacement);
		expect(await check(release)).toBe(1);
		expect(printed.err).toContain(`tiny/instrument.md:3: ${code}: `);
		expect(printed.err).toContain(`Write "version: ${due}"`);
		expect(lockOf('tiny')).toBe(before);

		edit('tiny', 'instrument.md', 'version: 1.0.0', `version: ${due}`);
		expect(await check(release)).toBe(0);
		expect(lockOf('tiny')).toContain(`\nversion: ${due}\n`);
		expect(await check({})).toBe(0);
		expect(printed.err).toBe('');
	});
});
