// Starts the built program on a free port with a data folder of its own, as a person would with `npm start`.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Running = {
	readonly url: string;
	readonly process: ChildProcess;
	/** What it has printed. */
	said(): string;
	/** Ends it as an operator would; a data folder that was not given is removed. */
	stop(): Promise<void>;
};

const launcher = join(import.meta.dirname, '../../src/cli/bellwether.js');

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}

export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<Running> {
	const data = mkdtempSync(join(tmpdir(), 'bellwether-'));
	const port = environment['PORT'] ?? String(await freePort());
	const child = spawn(process.execPath, [launcher, 'serve'], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: port,
			DATA_DIR: data,
			NODE_ENV: 'production',
			...environment
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const url = `http://127.0.0.1:${port}`;
	await answering(`${url}/readyz`, child, () => said);
	return {
		url,
		process: child,
		said: () => said,
		async stop() {
			if (child.exitCode === null && child.signalCode === null) {
				child.kill('SIGTERM');
				await once(child, 'exit');
			}
			rmSync(data, { recursive: true, force: true });
		}
	};
}

/** Asks until the address answers; a child that ended first is an error with what it printed. */
async function answering(url: string, child: ChildProcess, said: () => string): Promise<void> {
	const until = Date.now() + 50_000;
	while (Date.now() < until) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said()}`);
		const answer = await fetch(url).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	child.kill('SIGKILL');
	throw new Error(`the server did not answer at ${url}:\n${said()}`);
}
