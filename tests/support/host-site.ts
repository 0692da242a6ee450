// A site of somebody else on a port of its own: pages that a test puts there, under another host name than ours.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Shown = { readonly html: string; readonly headers: Readonly<Record<string, string>> };

export class HostSite {
	readonly #pages = new Map<string, Shown>();
	readonly #server: Server;
	/** Its origin. */
	readonly url: string;

	private constructor(server: Server) {
		this.#server = server;
		this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
	}

	static async start(): Promise<HostSite> {
		const server = createServer();
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const site = new HostSite(server);
		server.on('request', (request, response) => {
			const path = (request.url ?? '').split('?')[0] ?? '';
			if (path === '/style.css') {
				response.writeHead(200, { 'content-type': 'text/css' }).end('bellwether-survey { display: block }');
				return;
			}
			const page = site.#pages.get(path);
			response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
			response.end(page?.html);
		});
		return site;
	}

	/** Puts a page there and gives its address. */
	show(html: string, headers: Shown['headers'] = {}): string {
		const path = `/${this.#pages.size}`;
		const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
		this.#pages.set(path, {
			html: `<!doctype html><html lang="en">${head}<title>A page</title><h1>A page</h1><p>What stands above.</p>${html}`,
			headers
		});
		return this.url + path;
	}

	stop(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}
}
