// Clients that are slow, silent or greedy are dropped, and the others are answered meanwhile.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { cappedServer, CAPS, type Caps } from '../../src/cli/capped-server.ts';

let server: Server;
const sockets: Socket[] = [];

afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.destroy();
	server.closeAllConnections();
	await new Promise((settle) => server.close(settle));
});

const large = Buffer.alloc(64 * 1024 * 1024);

async function start(caps: Partial<Caps>): Promise<number> {
	server = cappedServer(
		(request, response) => {
			if (request.url === '/large') response.end(large);
			else request.resume().on('end', () => response.end('done'));
		},
		{ ...CAPS, ...caps }
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

/** A connection that says this and nothing more; what it hears until it is closed. */
function heard(port: number, said: string, isReading = true): Promise<string> {
	const socket = connect(port, '127.0.0.1', () => said === '' || socket.write(said));
	sockets.push(socket);
	let text = '';
	if (isReading) socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
	else socket.pause();
	return new Promise((settle) => {
		socket.on('error', () => undefined);
		socket.on('close', () => settle(text));
	});
}

const quick = { headersWithin: 100, requestWithin: 200, lookEvery: 20 };

test.each([
	['headers that never end', 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ', 'HTTP/1.1 408 '],
	['a body that never ends', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf', 'HTTP/1.1 408 '],
	['a connection that says nothing', '', 'HTTP/1.1 408 ']
])('%s', async (_what, said, answer) => {
	const port = await start(quick);
	const slow = heard(port, said);
	expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('done');
	expect((await slow).slice(0, answer.length)).toBe(answer);
});

test('an answer that is not taken', async () => {
	const port = await start({ stillFor: 100 });
	const closed = new Promise((settle) => server.once('connection', (socket: Socket) => socket.once('close', settle)));
	void heard(port, 'GET /large HTTP/1.1\r\nhost: x\r\n\r\n', false);
	await closed;
});

test('headers that are too long', async () => {
	const port = await start({ headerBytes: 1024 });
	expect(await heard(port, `GET / HTTP/1.1\r\nx: ${'y'.repeat(2000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
});

test('more connections than there is room for', async () => {
	const port = await start({ connections: 2 });
	const first = connect(port, '127.0.0.1');
	const second = connect(port, '127.0.0.1');
	sockets.push(first, second);
	await Promise.all([once(first, 'connect'), once(second, 'connect')]);
	expect(await heard(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')).toBe('');
	first.destroy();
	await once(first, 'close');
	// Its place is free once the server has noticed, too.
	let answer = '';
	while (answer === '') answer = await heard(port, 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
	expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

test('what it takes by itself', async () => {
	await start({});
	const { headersTimeout, requestTimeout, keepAliveTimeout, timeout, maxConnections, maxHeadersCount } = server;
	expect({ headersTimeout, requestTimeout, keepAliveTimeout, timeout, maxConnections, maxHeadersCount }).toEqual({
		headersTimeout: 10_000,
		requestTimeout: 30_000,
		keepAliveTimeout: 65_000,
		timeout: 120_000,
		maxConnections: 2000,
		maxHeadersCount: 100
	});
});
