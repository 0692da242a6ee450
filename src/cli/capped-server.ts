// What answers requests → a server that no client can wear down: slow, silent and greedy ones are dropped.
import { createServer, type RequestListener, type Server } from 'node:http';

export type Caps = {
	/** Clients at once; the next one is turned away. */
	readonly connections: number;
	/** Of one request, by number and in bytes. */
	readonly headers: number;
	readonly headerBytes: number;
	/** Milliseconds until a client has sent its headers, and until it has sent the whole request. */
	readonly headersWithin: number;
	readonly requestWithin: number;
	/** Milliseconds that a connection is kept after an answer. */
	readonly keptFor: number;
	/** Milliseconds in which nothing moves, such as an answer that is not taken. A PDF may wait its turn that long. */
	readonly stillFor: number;
	/** Milliseconds between two looks at who is late. */
	readonly lookEvery: number;
};

export const CAPS: Caps = {
	connections: 2000,
	headers: 100,
	headerBytes: 16 * 1024,
	headersWithin: 10_000,
	requestWithin: 30_000,
	keptFor: 65_000,
	stillFor: 120_000,
	lookEvery: 1000
};

export function cappedServer(answer: RequestListener, caps: Caps = CAPS): Server {
	const server = createServer(
		{
			maxHeaderSize: caps.headerBytes,
			headersTimeout: caps.headersWithin,
			requestTimeout: caps.requestWithin,
			keepAliveTimeout: caps.keptFor,
			connectionsCheckingInterval: caps.lookEvery
		},
		answer
	);
	server.maxConnections = caps.connections;
	server.maxHeadersCount = caps.headers;
	server.timeout = caps.stillFor;
	return server;
}
