// A few files by path → a server on a free port that sends them as small as it can, compressed ahead of time.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Texts by path; `/` is the page. */
export type Files = Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' };

export async function serveFiles(files: Files): Promise<{ readonly url: string; stop(): void }> {
	const ready = new Map(
		Object.entries(files).map(([path, text]) => {
			const body = Buffer.from(text);
			const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
			const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html';
			return [path, { type: `${type}; charset=utf-8`, br, gzip: gzipSync(body, { level: 9 }), body }] as const;
		})
	);
	const server: Server = createServer((request, response) => {
		const file = ready.get(request.url ?? '');
		if (file === undefined) {
			response.writeHead(404).end();
			return;
		}
		const accepted = String(request.headers['accept-encoding'] ?? '');
		const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
		const body = encoding === null ? file.body : file[encoding];
		const headers = { 'content-type': file.type, 'content-length': body.length, vary: 'accept-encoding' };
		response.writeHead(200, encoding === null ? headers : { ...headers, 'content-encoding': encoding }).end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		stop() {
			server.closeAllConnections();
			server.close();
		}
	};
}
