// The one client for outgoing HTTP: an address that somebody typed → what its server says, if we may call it at all.
import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { env } from './env.ts';
import { isPublic } from './forbidden-addresses.ts';

const PATIENCE = 10_000;

/** So much of a reply is waited for, and nothing of it is kept. */
const MOST_BYTES = 4096;

const MOST_HEADERS = 8192;

/** Why there was no reply. Words of our own: what others say may hold anything. */
export const failures = ['address', 'name', 'certificate', 'connection', 'time'] as const;

export type Failure = (typeof failures)[number];

export class NoReply extends Error {
	override readonly name = 'NoReply';

	constructor(readonly failure: Failure) {
		super(`no reply: ${failure}`);
	}
}

export type Outgoing = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly signal?: AbortSignal;
	/** Gives every address of a name. */
	readonly resolve?: Resolve;
	/** Milliseconds for all of it: name, connection, TLS, request and reply. */
	readonly patience?: number;
};

type Resolve = (
	host: string,
	options: LookupAllOptions,
	done: (error: Error | null, addresses: LookupAddress[]) => void
) => void;

/** Why an address cannot be called, as far as its spelling shows; null: it may be tried. */
export function refusalOf(text: string): 'address' | 'port' | 'credentials' | 'not-public' | null {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return 'address';
	if (url.username !== '' || url.password !== '') return 'credentials';
	if (isAllowed(url)) return null;
	if (url.port !== '' && url.port !== '80' && url.port !== '443') return 'port';
	const host = bare(url.hostname);
	const isLiteral = /^[\d.]+$/.test(host) || host.includes(':');
	if (isLiteral) return isPublic(host) ? null : 'not-public';
	return !host.includes('.') || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host) ? 'not-public' : null;
}

/** Posts it once and gives the status of the reply, whatever that is; a redirect is not followed. */
export async function postTo({
	url: text,
	headers,
	body,
	signal,
	resolve = lookup,
	patience = PATIENCE
}: Outgoing): Promise<number> {
	if (refusalOf(text) !== null) throw new NoReply('address');
	const url = new URL(text);
	const isSecure = url.protocol === 'https:';
	const timeout = AbortSignal.timeout(patience);
	const options = {
		method: 'POST',
		headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
		// One of its own: it knows no proxy, and no connection is kept that was checked for another request.
		agent: isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
		lookup: checking(resolve, isAllowed(url)),
		maxHeaderSize: MOST_HEADERS,
		signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
		...(isSecure ? { rejectUnauthorized: true } : {})
	};
	try {
		return await statusOf((isSecure ? httpsRequest : httpRequest)(url, options), body);
	} catch (error) {
		signal?.throwIfAborted();
		throw error instanceof NoReply ? error : new NoReply(timeout.aborted ? 'time' : failureOf(error));
	}
}

const statusOf = (request: ClientRequest, body: string): Promise<number> =>
	new Promise((settle, reject) => {
		request.on('error', reject);
		request.on('response', (reply) => {
			let bytes = 0;
			const done = (): void => {
				settle(reply.statusCode ?? 0);
				request.destroy();
			};
			reply.on('data', (chunk: Buffer) => {
				bytes += chunk.length;
				if (bytes > MOST_BYTES) done();
			});
			// The status is what counts: a reply that breaks off after it has been said all the same.
			reply.on('close', done);
		});
		request.end(body);
	});

/** What was checked is what is connected to: the name is not asked for again. */
const checking =
	(resolve: Resolve, isAny: boolean): LookupFunction =>
	(host, options, done) =>
		resolve(host, { family: options.family, hints: options.hints, all: true }, (error, addresses) => {
			if (error) return done(error, '');
			const [first] = addresses;
			const mayCall = isAny || addresses.every(({ address }) => isPublic(address));
			if (first === undefined || !mayCall) done(new NoReply('address'), '');
			else if (options.all === true) done(null, addresses);
			else done(null, first.address, first.family);
		});

/** Whether the operator has named it: a receiver in their own network. */
function isAllowed(url: URL): boolean {
	const port = url.port || (url.protocol === 'https:' ? '443' : '80');
	return env().egressAllow.includes(`${url.hostname}:${port}`);
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function failureOf(error: unknown): Failure {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'name';
	if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) return 'certificate';
	return code === 'ETIMEDOUT' ? 'time' : 'connection';
}
