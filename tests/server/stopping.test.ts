// Told to stop while clients hang and documents are printed: unready at once, whole answers, an end in time.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type Running } from '../support/server.ts';
import { writeContent } from '../support/small-content.ts';
import { newId, newKey, saving } from '../support/world.ts';

let folder: string;
let server: Running;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'bellwether-stop-'));
	writeContent(folder);
	server = await startServer({ CONTENT_DIR: folder });
}, 180_000);

afterEach(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

async function report(): Promise<string> {
	const reply = await fetch(`${server.url}/api/v1/responses/${newId()}/complete`, {
		method: 'POST',
		headers: { authorization: `Bearer ${newKey()}` },
		body: JSON.stringify(saving({ role: ['seller', 1], first: ['agree', 2] }))
	});
	return ((await reply.json()) as { report: string }).report;
}

test('with a client that hangs and PDFs under way', async () => {
	const reports = await Promise.all(Array.from({ length: 6 }, report));
	const { port } = new URL(server.url);
	const hanging = connect(Number(port), '127.0.0.1');
	hanging.on('error', () => undefined);
	await once(hanging, 'connect');
	hanging.write('PUT /api/v1/responses/x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
	const printing = reports.map((path) => fetch(`${server.url}${path}/report.pdf`));
	// The first is there, the others are under way.
	expect((await printing[0])?.status).toBe(200);

	const began = Date.now();
	server.process.kill('SIGTERM');
	let ready = 200;
	while (ready === 200) ready = (await fetch(`${server.url}/readyz`)).status;
	expect(ready).toBe(503);
	expect(Date.now() - began).toBeLessThan(1000);
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	// Who has not heard yet is still served.
	expect(await report()).toMatch(/^\/r\//);

	for (const printed of await Promise.all(printing)) {
		expect(printed.status).toBe(200);
		expect((await printed.text()).startsWith('%PDF-')).toBe(true);
	}
	if (server.process.exitCode === null) await once(server.process, 'exit');
	expect(server.process.exitCode).toBe(0);
	expect(Date.now() - began).toBeLessThan(10_000);
}, 60_000);
