// A server's inside without a network: its own data and content folder, and calls through the edge to the real handlers.
import type { RequestEvent } from '@sveltejs/kit';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase } from '#lib/server/database/database.ts';
import { atTheEdge } from '#lib/server/edge.ts';
import { log } from '#lib/server/log.ts';
import { answered, pageLoaders } from './pages.ts';
import { writeContent } from './small-content.ts';

type Handler = (event: RequestEvent) => Response | Promise<Response>;
type Module = Readonly<Record<string, Handler>>;

const modules = import.meta.glob<Module>('../../src/routes/**/+server.ts');

/** Every endpoint by its route id, such as `/api/v1/responses/[id]`. */
export const endpoints = new Map(
	Object.entries(modules).map(([file, load]) => [
		file.replace('../../src/routes', '').replace('/+server.ts', '') || '/',
		load
	])
);

export type World = { readonly folder: string; readonly content: string; stop(): Promise<void> };

/** Sets the environment of this test file; call it before anything of the server is used. */
export function makeWorld(environment: Readonly<Record<string, string>> = {}): World {
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-test-'));
	const content = join(folder, 'content');
	writeContent(content);
	log.level = 'silent';
	Object.assign(process.env, {
		DATA_DIR: join(folder, 'data'),
		CONTENT_DIR: content,
		PUBLIC_URL: ORIGIN,
		...environment
	});
	return {
		folder,
		content,
		async stop() {
			await closeDatabase();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

export const ORIGIN = 'https://survey.test';

/** Cookies that handlers have set. */
export const jar = new Map<string, string>();

export type Call = {
	readonly key?: string;
	readonly json?: unknown;
	readonly body?: BodyInit;
	readonly headers?: Readonly<Record<string, string>>;
	/** Where it comes from. */
	readonly client?: string;
};

/** A request as a browser or program would send it, answered by whatever route its path leads to. */
export async function call(
	method: string,
	path: string,
	{ key, json, body, headers = {}, client = '127.0.0.1' }: Call = {}
): Promise<Response> {
	const url = new URL(path, ORIGIN);
	const request = new Request(url, {
		method,
		body: json === undefined ? (body ?? null) : JSON.stringify(json),
		headers: {
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
			...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
			...headers
		}
	});
	const found = matched(url.pathname);
	const set = new Headers();
	const event = {
		request,
		url,
		route: { id: found?.id ?? null },
		params: found?.params ?? {},
		locals: {},
		getClientAddress: () => client,
		setHeaders: () => undefined,
		fetch: (path: string) => call('GET', path),
		cookies: cookiesOf(request, set)
	} as unknown as RequestEvent;
	const response = await atTheEdge(event, async () => {
		if (found === null) return new Response('Not Found', { status: 404 });
		if (!('load' in found)) return answered(await found.page(), found.id, event);
		const module = await found.load();
		const handler = module[method] ?? (method === 'HEAD' ? module['GET'] : undefined);
		if (handler === undefined)
			return new Response('no', { status: 405, headers: { allow: Object.keys(module).join(', ') } });
		return handler(event);
	});
	for (const line of set.getSetCookie()) response.headers.append('set-cookie', line);
	return response;
}

/** As a browser would send them back: one that is deleted is empty. */
function cookiesOf(request: Request, set: Headers) {
	const pairs = (request.headers.get('cookie') ?? '').split('; ').map((pair) => pair.split(/=(.*)/s));
	const sent = new Map(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)]));
	return {
		get: (name: string) => sent.get(name),
		getAll: () => [...sent].map(([name, value]) => ({ name, value })),
		set(name: string, value: string, options: Readonly<Record<string, unknown>> = {}) {
			jar.set(name, value);
			const given = Object.entries(options).filter(([, option]) => option !== undefined);
			const attributes = given.map(([key, option]) => `; ${key}=${String(option)}`);
			set.append('set-cookie', `${name}=${encodeURIComponent(value)}${attributes.join('')}`);
		},
		delete(name: string) {
			jar.delete(name);
			set.append('set-cookie', `${name}=; maxAge=0`);
		}
	};
}

type Matched = { readonly id: string; readonly params: Record<string, string> } & (
	{ readonly load: () => Promise<Module> } | { readonly page: NonNullable<ReturnType<(typeof pageLoaders)['get']>> }
);

/** Static names win over parameters, as in the router; where a path has both, a page is asked for by its form only. */
function matched(path: string): Matched | null {
	const ids = [...new Set([...endpoints.keys(), ...pageLoaders.keys()])];
	for (const id of ids.toSorted((a, b) => a.split('[').length - b.split('[').length)) {
		const pattern = id
			.replace(/\/\([^)]*\)/g, '')
			.replace(/\./g, '\\.')
			.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
		const match = new RegExp(`^${pattern}$`).exec(path);
		const load = endpoints.get(id);
		const page = pageLoaders.get(id);
		if (match === null) continue;
		const params = Object.fromEntries(
			Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)])
		);
		if (load) return { id, load, params };
		if (page) return { id, page, params };
	}
	return null;
}

export const newId = (): string => randomUUID();
export const newKey = (): string => randomBytes(24).toString('base64url');

export type Given = Readonly<Record<string, readonly [value: unknown, at: number]>>;

/** The body of a save: values by question, each with its time. */
export const saving = (answers: Given, more: Readonly<Record<string, unknown>> = {}) => ({
	instrument: 'small',
	version: '1.0.0',
	answers: Object.fromEntries(Object.entries(answers).map(([question, [value, at]]) => [question, { value, at }])),
	...more
});
