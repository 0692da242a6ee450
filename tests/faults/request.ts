// One request as a browser sends it → one line of the history, whatever became of it.
import { Agent, request } from 'node:http';
import type { Marks } from '#core/survey/draft.ts';
import type { Entry, Kind, Reply } from './history.ts';

export type Wanted = {
	readonly client: string;
	readonly server: number;
	readonly kind: Kind;
	readonly response: string;
	/** The edit or resume key; for reopening and erasing the owner's. */
	readonly key: string;
	readonly sent?: Marks;
	/** Hangs up so many milliseconds after the request was written. */
	readonly dropAfter?: number;
};

/** In milliseconds; longer than the server itself may wait for its database. */
const PATIENCE = 45_000;

const agent = new Agent({ keepAlive: true });

const methods: Readonly<Record<Kind, string>> = {
	save: 'PUT',
	read: 'GET',
	complete: 'POST',
	resume: 'POST',
	reopen: 'POST',
	erase: 'POST'
};

function pathOf({ kind, response, key }: Wanted): string {
	if (kind === 'reopen' || kind === 'erase') return `/r/${key}/${kind}`;
	const path = `/api/v1/responses/${response}`;
	if (kind === 'complete') return `${path}/complete`;
	return kind === 'resume' ? `${path}/resume-link` : path;
}

function bodyOf({ kind, sent = {} }: Wanted): string {
	if (kind === 'save' || kind === 'complete')
		return JSON.stringify({ instrument: 'small', version: '1.0.0', answers: sent });
	return kind === 'erase' ? JSON.stringify({ confirm: true }) : '';
}

type Heard = Pick<Entry, 'status' | 'isDropped' | 'retryAfter' | 'reply'>;

const nothing: Heard = { status: 0, isDropped: false, retryAfter: null, reply: {} };

export class History {
	readonly entries: Entry[] = [];
	/** The edit key that each response was made with. */
	readonly keys = new Map<string, string>();
	readonly #ports: readonly number[];

	constructor(ports: readonly number[]) {
		this.#ports = ports;
	}

	async ask(wanted: Wanted): Promise<Entry> {
		const { client, server, kind, response, sent = {} } = wanted;
		if ((kind === 'save' || kind === 'complete') && !this.keys.has(response)) this.keys.set(response, wanted.key);
		const start = performance.now();
		const heard = await exchange(this.#ports[server] ?? 0, wanted);
		const line = this.entries.length + 1;
		const entry = { line, client, server, kind, response, sent, start, end: performance.now(), ...heard };
		this.entries.push(entry);
		return entry;
	}
}

function exchange(port: number, wanted: Wanted): Promise<Heard> {
	const body = bodyOf(wanted);
	const { kind, key, dropAfter } = wanted;
	const headers = {
		...(body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
		...(kind === 'reopen' || kind === 'erase' ? { accept: 'application/json' } : { authorization: `Bearer ${key}` })
	};
	return new Promise((settle) => {
		let isDropped = false;
		const options = { host: '127.0.0.1', port, method: methods[kind], path: pathOf(wanted), headers, agent };
		const sending = request({ ...options, timeout: PATIENCE }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', () => settle({ ...nothing, isDropped }));
			response.on('end', () => {
				const status = response.statusCode ?? 0;
				const retryAfter = response.headers['retry-after'] ?? null;
				settle({ status, isDropped: false, retryAfter, reply: readReply(status, Buffer.concat(chunks).toString()) });
			});
		});
		sending.on('error', (error) => settle({ ...nothing, isDropped, reply: { failure: error.message } }));
		sending.on('timeout', () => sending.destroy(new Error('no reply in time')));
		sending.end(body);
		if (dropAfter === undefined) return;
		sending.on('finish', () =>
			setTimeout(() => {
				isDropped = true;
				sending.destroy(new Error('hung up'));
			}, dropAfter)
		);
	});
}

function readReply(status: number, text: string): Reply {
	if (status >= 400) return { failure: text };
	if (!text.startsWith('{')) return {};
	const { answers, report, link } = JSON.parse(text) as Reply;
	return { answers, report, link };
}
