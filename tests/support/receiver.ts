// A real server on this machine that is told things: it keeps what it is sent, and replies as it is told to.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';

export type Received = {
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
};

export class Receiver {
	readonly received: Received[] = [];
	/** How it replies; 204 unless told otherwise. */
	reply: (response: ServerResponse, request: Received) => void = (response) => response.writeHead(204).end();
	port = 0;
	readonly #server: Server;

	constructor({ isSecure = false } = {}) {
		const listener = (request: IncomingMessage, response: ServerResponse): void => void this.#take(request, response);
		this.#server = isSecure ? createSecure({ key: KEY, cert: CERTIFICATE }, listener) : createServer(listener);
	}

	get host(): string {
		return `127.0.0.1:${this.port}`;
	}

	async start(): Promise<this> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		const address = this.#server.address();
		if (address !== null && typeof address !== 'string') this.port = address.port;
		return this;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((settle) => this.#server.close(settle));
	}

	async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const headers = Object.fromEntries(Object.entries(request.headers).map(([name, text]) => [name, String(text)]));
		const taken = { path: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8') };
		this.received.push(taken);
		this.reply(response, taken);
	}
}

/** Nobody trusts it: it is signed by itself, for localhost. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUYeb9XAt8gK2pa3QuSHo6OofdvKUwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjEyNTk1NVoYDzIxMjYxMDI5
MTI1OTU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASdWmPIT1i88rOCecFHrL4Px/881M0CTSuueAZaqq7ZVWPsIma7bKyR
Dbhg8oi1aQGO7hZ7thR2OdsuDfEhTreJo1MwUTAdBgNVHQ4EFgQUEJxNyEev9N8U
EGNWgbPN4MCyARQwHwYDVR0jBBgwFoAUEJxNyEev9N8UEGNWgbPN4MCyARQwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBSY0sjJFyft5oTnJ8rwbOc
LJ2wHS3gFMXxKIeYskV2jwIhALEYAqiYhamUsY9ahOG6IDvLsHQpJsRl116++rrE
AFHS
-----END CERTIFICATE-----`;

const KEY = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJXmv343aAWah1/43g2TejNTnGUiMcDFAWRhZN4bbgCXoAoGCCqGSM49
AwEHoUQDQgAEnVpjyE9YvPKzgnnBR6y+D8f/PNTNAk0rrngGWqqu2VVj7CJmu2ys
kQ24YPKItWkBju4We7YUdjnbLg3xIU63iQ==
-----END EC PRIVATE KEY-----`;
