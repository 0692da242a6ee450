// The interface with a key, and its description: every route is in it, and what is answered is what it says.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { addKey, allKeys, apiKeyOf, revokeKey, type Scope } from '#lib/server/api-keys.ts';
import { change, database } from '#lib/server/database/database.ts';
import { keepEdition } from '#lib/server/edition-rows.ts';
import { writeLead } from '#lib/server/leads.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { scoredMeasure } from '../support/editions.ts';
import { leadRow } from '../support/leads.ts';
import { taken } from '../support/taking.ts';
import { call, endpoints, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

type Schema = Parameters<typeof z.fromJSONSchema>[0] & object;
type Media = {
	readonly content?: { readonly 'application/json': { readonly schema: Schema } };
	readonly $ref?: string;
};
type Described = {
	readonly parameters?: readonly { readonly name: string; readonly in: string }[];
	readonly requestBody?: Media;
	readonly responses: Readonly<Record<string, Media>>;
};
type Document = {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
	readonly webhooks: object;
	readonly components: {
		readonly schemas: Readonly<Record<string, Schema>>;
		readonly responses: Readonly<Record<string, Media>>;
	};
};

let document: Document;
const ids: string[] = [];
const keys = {} as Record<'responses' | 'leads' | 'campaigns' | 'editions' | 'engagements' | 'both', string>;
const edit = newKey();
const open = newId();

const answers = saving({ role: ['seller', 1], first: ['agree', 2], second: ['agree', 3], third: ['neither', 4] });

/** Seconds later: what has just been completed is not listed yet. */
const later = <Result>(work: () => Promise<Result>, seconds = 60): Promise<Result> => {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
	return work().finally(() => vi.useRealTimers());
};

beforeAll(async () => {
	const key = async (scopes: readonly Scope[]) =>
		(await addKey('command', newId(), { name: 'Test', scopes, lastDay: null })) ?? '';
	keys.responses = await key(['responses:read']);
	keys.leads = await key(['leads:read']);
	keys.campaigns = await key(['campaigns:read']);
	keys.editions = await key(['editions:read']);
	keys.engagements = await key(['engagements:read']);
	keys.both = await key(['responses:read', 'leads:read']);
	const db = await database();
	await campaignFor(db, 'spring', { instrument: 'small' });
	for (let at = 0; at < 5; at += 1) ids.push((await taken()).id);
	await call('PUT', `/api/v1/responses/${open}`, { key: edit, json: { ...answers, campaign: 'spring' } });
	for (const id of ids.slice(0, 3))
		await change(id, (tx) => writeLead(tx, leadRow({ response: id, campaign: 'spring', instrument: 'small' })));
	const members = scoredMeasure(Array.from({ length: 60 }, (_, at) => (37 * at) % 1001));
	const edition = {
		id: 'small-1-spring',
		date: '2026-03-01',
		instrument: { id: 'small', version: '1.0.0' },
		demonstration: false,
		source: '',
		cells: [{ dimensions: {}, measures: { company: members } }]
	};
	await change('test', (tx) => keepEdition(tx, { instrument: 'small', major: 1 }, edition, 'own'));
	document = (await (await call('GET', '/api/v1/openapi.json')).json()) as Document;
});

/** A schema of the document by itself, as a check. */
const checkOf = (schema: Schema): z.ZodType =>
	z.fromJSONSchema(
		JSON.parse(
			JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')
		) as Schema
	);

describe('the document', () => {
	test('names every route and method of the build, and no other', async () => {
		const built: string[] = [];
		for (const [route, load] of endpoints) {
			if (!route.startsWith('/api/')) continue;
			const path = route.replaceAll(/\[(\w+)\]/g, '{$1}');
			for (const method of Object.keys(await load())) built.push(`${method.toLowerCase()} ${path}`);
		}
		const described = Object.entries(document.paths).flatMap(([path, each]) =>
			Object.keys(each).map((method) => `${method} ${path}`)
		);
		expect(described.toSorted()).toEqual(built.toSorted());
	});

	test('every reference in it leads somewhere', () => {
		const text = JSON.stringify(document);
		const references = new Set(
			[...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, id]) => `${kind} ${id}`)
		);
		const there = Object.entries(document.components).flatMap(([kind, each]) =>
			Object.keys(each).map((id) => `${kind} ${id}`)
		);
		expect([...references].filter((each) => !there.includes(each))).toEqual([]);
		expect(references.size).toBeGreaterThan(20);
	});

	test('describes the four events', () => {
		expect(Object.keys(document.webhooks).toSorted()).toEqual([
			'engagement.completed',
			'lead.captured',
			'response.completed',
			'response.started'
		]);
	});
});

type Asked = readonly [
	method: string,
	path: string,
	template: string,
	key: () => string | undefined,
	json: () => unknown,
	status: number
];

const none = () => undefined;
const response = '/api/v1/responses/{id}';
const asked: readonly Asked[] = [
	['GET', '/api/v1/instruments', '/api/v1/instruments', none, none, 200],
	['GET', '/api/v1/instruments/small', '/api/v1/instruments/{instrument}', none, none, 200],
	['GET', '/api/v1/instruments/none', '/api/v1/instruments/{instrument}', none, none, 404],
	['PUT', `/api/v1/responses/${open}`, response, () => edit, () => answers, 200],
	['PUT', `/api/v1/responses/${open}`, response, () => edit, () => ({ ...answers, more: 1 }), 422],
	['PUT', `/api/v1/responses/${open}`, response, none, () => answers, 401],
	['GET', `/api/v1/responses/${open}`, response, () => edit, none, 200],
	['POST', `/api/v1/responses/${open}/resume-link`, `${response}/resume-link`, () => edit, () => ({}), 200],
	[
		'POST',
		`/api/v1/responses/${open}/resume-link`,
		`${response}/resume-link`,
		() => edit,
		() => ({ email: 'jo@example.org' }),
		202
	],
	[
		'POST',
		`/api/v1/responses/${open}/lead`,
		`${response}/lead`,
		() => edit,
		() => ({ address: 'jo@example.org', name: 'Jo' }),
		200
	],
	['POST', `/api/v1/responses/${open}/lead`, `${response}/lead`, () => edit, () => ({ address: 'jo' }), 422],
	['POST', `/api/v1/responses/${open}/complete`, `${response}/complete`, () => edit, () => answers, 200],
	['PUT', `/api/v1/responses/${open}`, response, () => edit, () => answers, 409],
	['GET', `/api/v1/responses/${open}`, response, () => edit, none, 200],
	['POST', '/api/v1/campaigns/spring/seen', '/api/v1/campaigns/{campaign}/seen', none, () => ({}), 204],
	['GET', '/api/v1/responses', '/api/v1/responses', () => keys.responses, none, 200],
	['GET', '/api/v1/responses?limt=1', '/api/v1/responses', () => keys.responses, none, 422],
	['GET', '/api/v1/responses', '/api/v1/responses', none, none, 401],
	['GET', '/api/v1/responses', '/api/v1/responses', () => keys.leads, none, 404],
	['GET', `/api/v1/responses/${open}/scores`, `${response}/scores`, () => keys.responses, none, 200],
	['GET', `/api/v1/responses/${newId()}/scores`, `${response}/scores`, () => keys.responses, none, 404],
	['GET', '/api/v1/leads', '/api/v1/leads', () => keys.leads, none, 200],
	['GET', '/api/v1/campaigns', '/api/v1/campaigns', () => keys.campaigns, none, 200],
	['GET', '/api/v1/engagements', '/api/v1/engagements', () => keys.engagements, none, 200],
	['GET', '/api/v1/engagements?cursor=-', '/api/v1/engagements', () => keys.engagements, none, 422],
	['GET', '/api/v1/editions', '/api/v1/editions', () => keys.editions, none, 200],
	['GET', '/api/v1/editions?cursor=-', '/api/v1/editions', () => keys.editions, none, 422],
	['GET', '/api/v1/editions/small-1-spring', '/api/v1/editions/{edition}', () => keys.editions, none, 200],
	['GET', '/api/v1/editions/small-1-spring', '/api/v1/editions/{edition}', () => keys.campaigns, none, 404],
	['GET', '/api/v1/openapi.json', '/api/v1/openapi.json', none, none, 200]
];

describe('what is answered is what the document says', () => {
	test.each(asked)('%s %s', async (method, path, template, key, json, status) => {
		const reply = await later(() => call(method, path, { key: key(), json: json() }));
		expect(reply.status).toBe(status);
		const described = document.paths[template]?.[method.toLowerCase()];
		const said = described?.responses[String(status)];
		if (said === undefined) throw new Error(`${status} is not described`);
		const media = said.$ref === undefined ? said : document.components.responses[said.$ref.split('/').at(-1) ?? ''];
		const schema = media?.content?.['application/json'].schema;
		if (status === 204) expect([schema, await reply.text()]).toEqual([undefined, '']);
		else expect(checkOf(schema ?? {}).safeParse(await reply.json()).error?.issues).toBeUndefined();
		const sent = json();
		const request = described?.requestBody?.content?.['application/json'].schema;
		if (sent !== undefined && request !== undefined && status !== 422)
			expect(checkOf(request).safeParse(sent).error?.issues).toBeUndefined();
	});

	test('each operation was asked', () => {
		const all = Object.entries(document.paths).flatMap(([path, each]) =>
			Object.keys(each).map((method) => `${method} ${path}`)
		);
		const called = new Set(asked.map(([method, , template]) => `${method.toLowerCase()} ${template}`));
		expect(all.filter((each) => !called.has(each))).toEqual([]);
	});
});

type Listed = {
	responses: { id: string; answers: Record<string, unknown>; completedAt: string }[];
	next: string | null;
};
const listed = async (query: string, key = keys.responses): Promise<Listed> =>
	(await (await later(() => call('GET', `/api/v1/responses${query}`, { key }), 600)).json()) as Listed;

describe('the list of responses', () => {
	test('goes page by page over all of them, each once, in the order of completion', async () => {
		const seen: Listed['responses'] = [];
		let next: string | null = '';
		while (next !== null) {
			const page = await listed(`?limit=2${next && `&cursor=${next}`}`);
			seen.push(...page.responses);
			next = page.next;
		}
		expect(seen.map(({ id }) => id).toSorted()).toEqual([...ids, open].toSorted());
		expect(seen.map(({ completedAt }) => completedAt)).toEqual(seen.map(({ completedAt }) => completedAt).toSorted());
		const middle = seen[3]?.completedAt ?? '';
		const since = await listed(`?since=${middle}`);
		expect(since.responses.every(({ completedAt }) => completedAt >= middle)).toBe(true);
		expect(since.responses.length).toBeGreaterThanOrEqual(3);
	});

	test('is narrowed by instrument and campaign', async () => {
		expect((await listed('?instrument=other')).responses).toEqual([]);
		expect((await listed('?instrument=small')).responses).toHaveLength(6);
		expect((await listed('?campaign=spring')).responses.map(({ id }) => id)).toEqual([open]);
	});

	test('leaves out what was completed just now, and test answers unless they are asked for', async () => {
		const { id } = await taken();
		const now = (await (await call('GET', '/api/v1/responses', { key: keys.responses })).json()) as Listed;
		expect(now.responses.map((each) => each.id)).not.toContain(id);
		await (await database()).updateTable('responses').set({ is_test: 1 }).where('id', '=', id).execute();
		expect((await listed('')).responses.map((each) => each.id)).not.toContain(id);
		expect((await listed('?test=1')).responses.map((each) => each.id)).toEqual([id]);
	});

	test.each([
		'?limit=0',
		'?limit=201',
		'?limit=-1',
		'?limit=1e2',
		'?since=yesterday',
		'?since=2026-13-01T00:00:00Z',
		'?cursor=x',
		'?cursor=%00',
		`?cursor=${Buffer.from("2026-01-01T00:00:00.000Z ' or 1=1").toString('base64url')}`,
		'?instrument=../x',
		'?test=2',
		'?more=1',
		'?__proto__=1'
	])('%s is refused', async (query) => {
		const reply = await call('GET', `/api/v1/responses${query}`, { key: keys.responses });
		expect(reply.status).toBe(422);
	});
});

describe('a key', () => {
	test.each([
		['none', undefined],
		['the key of a response', edit],
		['one that nobody made', `bw_${'A'.repeat(32)}`],
		['a short one', 'bw_x']
	])('%s: 401, and the way in is named', async (_name, key) => {
		for (const path of [
			'/api/v1/responses',
			`/api/v1/responses/${open}/scores`,
			'/api/v1/leads',
			'/api/v1/campaigns'
		]) {
			const reply = await call('GET', path, { key });
			expect([path, reply.status, reply.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer']);
		}
	});

	test('opens its scopes and nothing else, and never a response to change', async () => {
		const open = async (key: string) => {
			const paths = ['/api/v1/responses', '/api/v1/leads', '/api/v1/campaigns', `/api/v1/responses/${ids[0] ?? ''}`];
			return Promise.all(paths.map(async (path) => (await call('GET', path, { key })).status));
		};
		expect(await open(keys.responses)).toEqual([200, 404, 404, 404]);
		expect(await open(keys.leads)).toEqual([404, 200, 404, 404]);
		expect(await open(keys.campaigns)).toEqual([404, 404, 200, 404]);
	});

	test('that was revoked or is too old opens nothing from then on', async () => {
		const id = newId();
		const key =
			(await addKey('command', id, { name: 'Gone', scopes: ['campaigns:read'], lastDay: '2026-12-31' })) ?? '';
		expect(await apiKeyOf(key, new Date('2026-12-31T23:59:59Z'))).not.toBeNull();
		expect(await apiKeyOf(key, new Date('2027-01-01T00:00:00Z'))).toBeNull();
		expect(await revokeKey('command', id)).toBe(true);
		expect(await revokeKey('command', id)).toBe(false);
		expect((await call('GET', '/api/v1/campaigns', { key })).status).toBe(401);
	});

	test('is kept as a hash only, shown once, and used to the hour', async () => {
		const rows = await (await database()).selectFrom('api_keys').selectAll().execute();
		for (const key of Object.values(keys)) expect(JSON.stringify(rows)).not.toContain(key.slice(3));
		expect(keys.responses).toMatch(/^bw_[\w-]{32}$/);
		const id = rows[0]?.id ?? '';
		expect(await addKey('command', id, { name: 'Twice', scopes: ['leads:read'], lastDay: null })).toBeNull();
		const used = (await allKeys()).flatMap(({ last_used_at }) => last_used_at ?? []);
		expect(used.every((at) => at.endsWith(':00:00.000Z'))).toBe(true);
		expect(used.length).toBeGreaterThan(0);
	});

	test('is never for a browser of another site, and what it reads is kept by nobody on the way', async () => {
		for (const path of [
			'/api/v1/responses',
			`/api/v1/responses/${open}/scores`,
			'/api/v1/leads',
			'/api/v1/campaigns'
		]) {
			const headers = { origin: 'https://other.test' };
			const reply = await call('GET', path, { key: keys.both, headers });
			expect(reply.headers.get('access-control-allow-origin')).toBeNull();
			expect(reply.headers.get('cache-control')).toBe('no-store, private');
			const before = await call('OPTIONS', path, { headers: { ...headers, 'access-control-request-method': 'GET' } });
			expect([before.status === 204, before.headers.get('access-control-allow-origin')]).toEqual([false, null]);
		}
	});

	test('asks so often and no more', async () => {
		const key = (await addKey('command', newId(), { name: 'Busy', scopes: ['campaigns:read'], lastDay: null })) ?? '';
		let reply = new Response();
		for (let turn = 0; turn < 601; turn += 1) reply = await call('GET', '/api/v1/campaigns', { key });
		expect([reply.status, Number(reply.headers.get('retry-after')) > 0]).toEqual([429, true]);
		expect((await call('GET', '/api/v1/campaigns', { key: keys.campaigns })).status).toBe(200);
	});

	test('reads names only if it may read leads', async () => {
		const id = ids[0] ?? '';
		const db = await database();
		const row = await db.selectFrom('revisions').select('answers').where('response', '=', id).executeTakeFirstOrThrow();
		const named = { ...(JSON.parse(row.answers) as object), 'respondent-name': { value: 'Ada Lovelace', at: 9 } };
		await db
			.updateTable('revisions')
			.set({ answers: JSON.stringify(named) })
			.where('response', '=', id)
			.execute();
		const nameIn = async (key: string) =>
			(await listed('', key)).responses.find((each) => each.id === id)?.answers['respondent-name'];
		expect([await nameIn(keys.responses), await nameIn(keys.both)]).toEqual([undefined, 'Ada Lovelace']);
	});
});

test('leads come page by page with what they agreed to', async () => {
	const page = async (query: string) =>
		(await (await later(() => call('GET', `/api/v1/leads${query}`, { key: keys.leads }), 600)).json()) as {
			leads: { response: string; email: string; consents: { text: string }[] }[];
			next: string | null;
		};
	const first = await page('?campaign=spring&limit=2');
	const second = await page(`?campaign=spring&limit=2&cursor=${first.next ?? ''}`);
	const all = [...first.leads, ...second.leads];
	expect(all.map(({ response }) => response).toSorted()).toEqual([...ids.slice(0, 3), open].toSorted());
	expect(all.find(({ email }) => email === 'ada@example.org')?.consents[0]?.text).toBe('You may write to me.');
	expect(second.next).toBeNull();
});
