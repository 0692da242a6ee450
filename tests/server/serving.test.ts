// `bellwether serve` as it is started: a free port, a clear refusal, headers, an end without loss.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeContent } from '../support/small-content.ts';
import { freePort } from '../support/server.ts';

const launcher = join(import.meta.dirname, '../../src/cli/bellwether.js');
const running: ChildProcess[] = [];
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'bellwether-serve-'));
	writeContent(join(folder, 'content'));
});

afterEach(async () => {
	for (const child of running.splice(0)) {
		if (child.exitCode === null && child.signalCode === null) {
			child.kill('SIGKILL');
			await once(child, 'exit');
		}
	}
	rmSync(folder, { recursive: true, force: true });
});

type Started = { readonly child: ChildProcess; readonly url: string; readonly said: () => string };

/** Starts it and waits for its address, or for its end. */
async function start(environment: Readonly<Record<string, string>>): Promise<Started> {
	const child = spawn(process.execPath, [launcher, 'serve'], {
		cwd: folder,
		env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.push(child);
	let said = '';
	const url = await new Promise<string>((settle) => {
		const hear = (chunk: Buffer) => {
			said += chunk.toString();
			const found = /Bellwether is at (\S+)/.exec(said)?.[1];
			if (found !== undefined) settle(found);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('exit', () => settle(''));
	});
	return { child, url, said: () => said };
}

const ended = async (child: ChildProcess): Promise<number | null> => {
	if (child.exitCode === null) await once(child, 'exit');
	return child.exitCode;
};

const save = (url: string, id: string, at: number) =>
	fetch(`${url}/api/v1/responses/${id}`, {
		method: 'PUT',
		headers: { authorization: `Bearer ${'k'.repeat(32)}`, 'content-type': 'application/json' },
		body: JSON.stringify({ instrument: 'small', version: '1.0.0', answers: { days: { value: (at % 100) + 1, at } } })
	});

beforeAll(async () => {
	// The first start builds, where something has to be built.
	const { child } = await start({ PORT: String(await freePort()), CONTENT_DIR: 'content' }).catch(() => ({
		child: null
	}));
	child?.kill('SIGTERM');
}, 180_000);

test('a port that is taken is left to its owner', async () => {
	const port = await freePort();
	const other: Server = createServer().listen(port, '127.0.0.1');
	await once(other, 'listening');
	const { url, said } = await start({ PORT: String(port) });
	other.close();
	expect(new URL(url).port).not.toBe(String(port));
	expect(said()).toContain(`Port ${port} is taken, so this is port ${new URL(url).port}.`);
	expect((await fetch(`${url}/readyz`)).status).toBe(200);
}, 30_000);

test('a form on its own page is taken, one on another site is not', async () => {
	const { url } = await start({ PORT: String(await freePort()) });
	const post = (origin: string) =>
		fetch(`${url}/r/nothing/erase`, {
			method: 'POST',
			headers: { origin },
			body: new URLSearchParams(),
			redirect: 'manual'
		});
	expect((await post(url)).status).toBe(303);
	expect((await post('http://evil.test')).status).toBe(403);
}, 30_000);

test('told to stop under load, it loses nothing that it acknowledged, and ends in time', async () => {
	const port = String(await freePort());
	const first = await start({ PORT: port });
	const ids = Array.from({ length: 8 }, (_, client) => `00000000-0000-4000-8000-00000000000${client}`);
	const acknowledged = new Map<string, number>();
	let isOver = false;
	const clients = ids.map(async (id) => {
		for (let at = 1; !isOver; at += 1) {
			const reply = await save(first.url, id, at).catch(() => null);
			if (reply?.status === 200) acknowledged.set(id, at);
			else if (reply === null) return;
		}
	});
	while (acknowledged.size < ids.length) await new Promise((resolve) => setImmediate(resolve));
	const began = Date.now();
	first.child.kill('SIGTERM');
	expect(await ended(first.child)).toBe(0);
	expect(Date.now() - began).toBeLessThan(10_000);
	isOver = true;
	await Promise.all(clients);

	const second = await start({ PORT: port });
	for (const [id, at] of acknowledged) {
		const reply = await fetch(`${second.url}/api/v1/responses/${id}`, {
			headers: { authorization: `Bearer ${'k'.repeat(32)}` }
		});
		const { answers } = (await reply.json()) as { answers: { days: { at: number } } };
		expect(answers.days.at).toBeGreaterThanOrEqual(at);
	}
}, 60_000);

test('killed, it loses nothing that it acknowledged', async () => {
	const port = String(await freePort());
	const first = await start({ PORT: port });
	const id = '00000000-0000-4000-8000-000000000009';
	let last = 0;
	for (let at = 1; at <= 20; at += 1) if ((await save(first.url, id, at)).status === 200) last = at;
	first.child.kill('SIGKILL');
	await ended(first.child);
	const second = await start({ PORT: port });
	const reply = await fetch(`${second.url}/api/v1/responses/${id}`, {
		headers: { authorization: `Bearer ${'k'.repeat(32)}` }
	});
	expect(await reply.json()).toMatchObject({ answers: { days: { at: last } } });
}, 60_000);

test('a second server on the same data is refused', async () => {
	await start({ PORT: String(await freePort()) });
	const { child, said } = await start({ PORT: String(await freePort()) });
	expect(await ended(child)).toBe(1);
	expect(said()).toContain('another server is running on this database');
}, 30_000);

test.each([
	[{ PORT: 'eighty' }, 'PORT: expected a whole number from 0 to 65535, found "eighty".'],
	[{ CONTENT_DIR: '/nowhere' }, 'folder-missing']
])(
	'%o: it says why and ends with 1',
	async (environment, message) => {
		const { child, said } = await start(environment);
		expect(await ended(child)).toBe(1);
		expect(said()).toContain(message);
		expect(said()).not.toContain('    at ');
	},
	30_000
);

test('a large body gets its answer, and does not keep the server from ending', async () => {
	const { url, child, said } = await start({ PORT: String(await freePort()) });
	const put = (body: BodyInit) =>
		fetch(`${url}/api/v1/responses/00000000-0000-4000-8000-000000000000`, {
			method: 'PUT',
			headers: { authorization: `Bearer ${'k'.repeat(32)}`, 'content-type': 'application/json' },
			body,
			duplex: 'half'
		} as RequestInit);
	for (const size of [100_000, 400_000, 3_000_000]) {
		expect((await put('x'.repeat(size))).status).toBe(413);
		expect((await put(new Blob(['x'.repeat(size)]).stream())).status).toBe(413);
	}
	const began = Date.now();
	child.kill('SIGTERM');
	expect(await ended(child)).toBe(0);
	expect(Date.now() - began).toBeLessThan(4000);
	expect(said()).not.toMatch(/k{32}|00000000-0000/);
}, 30_000);
