// `bellwether serve`: a free port, the built app behind it, the address printed; stops without losing anything.
import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import compression from 'compression';
import { adopt, env } from '#lib/server/env.ts';
import { headersForFile } from '#lib/server/file-headers.ts';
import { cappedServer } from './capped-server.ts';
import { stopOn } from './stopping.ts';

const MORE_PORTS = 20;

/** Serves until the process is told to stop. Where it cannot start, it says why and exits with status 1. */
export async function serve(): Promise<void> {
	try {
		await start();
	} catch (error) {
		const isExpected = error instanceof Error && error.name === 'CannotStart';
		console.error(isExpected ? error.message : error);
		process.exit(1);
	}
}

async function start(): Promise<void> {
	const { host, port: wanted, publicUrl } = env();
	// Until the app is loaded, whoever comes early is told to come again.
	let answer: RequestListener = (_request, response) => busy(response);
	const server = cappedServer((request, response) => answer(request, response));
	const port = await listen(server, host, wanted);
	const here = `http://${named(host)}:${port}`;
	adopt(port, publicUrl ?? here);
	const app = await load();
	// Assets were compressed when they were built; this is for pages and JSON.
	const compressed = compression() as unknown as Middleware;
	answer = (request, response) => {
		response.setHeader('x-content-type-options', 'nosniff');
		const [path = ''] = (request.url ?? '').split('?');
		for (const [name, value] of Object.entries(headersForFile(path))) response.setHeader(name, value);
		compressed(request, response, () => app(request, response));
	};
	stopOn(['SIGTERM', 'SIGINT'], server);

	if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken, so this is port ${port}.`);
	console.log(`Bellwether is at ${publicUrl ?? here}`);
	if (publicUrl === null && !LOOPBACK.includes(host))
		console.log('Set PUBLIC_URL to the address that people will use.');
}

/** Listens on the first free port from the one that is wanted. */
async function listen(server: Server, host: string, wanted: number): Promise<number> {
	for (let port = wanted; ; port += 1) {
		const refused = await new Promise<NodeJS.ErrnoException | null>((settle) => {
			server.once('error', settle);
			server.listen(port, host, () => {
				server.off('error', settle);
				settle(null);
			});
		});
		if (refused === null) return (server.address() as AddressInfo).port;
		if (refused.code !== 'EADDRINUSE' || port >= Math.min(wanted + MORE_PORTS, 65535)) throw refused;
	}
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** The name under which a browser on this machine finds a host. */
const named = (host: string): string =>
	[...LOOPBACK, '0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;

type App = (request: IncomingMessage, response: ServerResponse) => void;

/** Its types name Express, which it does not need. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The built app, which reads its settings and opens content and database while it is loaded. */
async function load(): Promise<App> {
	const candidates = ['../handler.js', '../../handler.js'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
	const file = candidates.find((path) => existsSync(path));
	if (file === undefined) throw new Error('The app is not built: run npm run build.');
	const app = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { handler: App };
	return app.handler;
}

function busy(response: ServerResponse): void {
	response.writeHead(503, { 'retry-after': '1', connection: 'close' }).end();
}
