// The public interface as a client meets it: what it answers, and that bad input is told, never stored, never a 500.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { content } from '#lib/server/content.ts';
import { readResponse } from '#lib/server/responses.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

type Told = { problems: { code: string; where: string; message: string }[] };
const told = async (response: Response): Promise<Told['problems']> => ((await response.json()) as Told).problems;

const path = (id: string, more = '') => `/api/v1/responses/${id}${more}`;
const good = saving({ role: ['seller', 1], first: ['agree', 2] });

describe('saving and completing', () => {
	test('the whole way of a participant', async () => {
		const [id, key] = [newId(), newKey()];
		const saved = await call('PUT', path(id), { key, json: good });
		expect([saved.status, await saved.json()]).toEqual([200, { savedThrough: 2 }]);

		const read = await call('GET', path(id), { key });
		expect(await read.json()).toMatchObject({ id, answers: { role: { value: 'seller', at: 1 } } });
		expect(read.headers.get('cache-control')).toBe('no-store, private');

		const link = (await (await call('POST', path(id, '/resume-link'), { key })).json()) as { link: string };
		expect(link.link).toMatch(new RegExp(`^${ORIGIN}/small/survey#continue=${id}\\.[\\w-]{32}$`));

		const done = await call('POST', path(id, '/complete'), { key, json: good });
		const first: unknown = await done.json();
		expect(first).toEqual({ report: expect.stringMatching(/^\/r\/[\w-]{32}$/) });
		expect(await (await call('POST', path(id, '/complete'), { key, json: good })).json()).toEqual(first);

		const late = await call('PUT', path(id), { key, json: good });
		expect([late.status, (await told(late))[0]?.code]).toEqual([409, 'already-completed']);
	});

	test('an id in capitals is the same id', async () => {
		const [id, key] = [newId(), newKey()];
		await call('PUT', path(id.toUpperCase()), { key, json: good });
		expect((await call('GET', path(id), { key })).status).toBe(200);
	});

	test('without a key: 401; with a wrong one: the same 404 as for nothing', async () => {
		const [id, key] = [newId(), newKey()];
		await call('PUT', path(id), { key, json: good });
		for (const [method, more] of [['GET', ''], ['PUT', ''], ['POST', '/complete'], ['POST', '/resume-link']] as const) {
			const json = method === 'GET' ? undefined : good;
			const keyless = await call(method, path(id, more), { json });
			expect([keyless.status, keyless.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
			expect((await call(method, path(id, more), { json, key: 'short' })).status).toBe(401);
			const wrong = await call(method, path(id, more), { json, key: newKey() });
			expect(wrong.status).toBe(404);
			if (method === 'GET') expect(await wrong.text()).toBe(await (await call(method, path(newId()), { key })).text());
		}
	});

	test('an instrument that does not exist: 404', async () => {
		expect((await call('PUT', path(newId()), { key: newKey(), json: { ...good, instrument: 'other' } })).status).toBe(404);
	});
});

const answer = (question: string, value: unknown) => ({ ...good, answers: { [question]: { value, at: 5 } } });

describe('bad input is refused with its place, and nothing of it is kept', () => {
	const cases: readonly (readonly [string, number, string, string, unknown])[] = [
		['an unknown question', 422, 'unknown-question', 'answers.nothing', answer('nothing', 'x')],
		['an unknown question, taken back', 422, 'unknown-question', 'answers.nothing', answer('nothing', null)],
		['a name that every object has', 422, 'unknown-question', 'answers.constructor', answer('constructor', 'x')],
		['an unknown option', 422, '*', 'answers.role', answer('role', 'nobody')],
		['a number for an option', 422, '*', 'answers.role', answer('role', 1)],
		['an object for an option', 422, '*', 'answers.role', answer('role', { x: 1 })],
		['true', 422, '*', 'answers.role', answer('role', true)],
		['a text for a number', 422, '*', 'answers.days', answer('days', '12')],
		['a number too large', 422, '*', 'answers.days', answer('days', 101)],
		['a number too small', 422, '*', 'answers.days', answer('days', -1)],
		['a number without end', 422, '*', 'answers.days', answer('days', 1e308)],
		['part of a whole number', 422, '*', 'answers.days', answer('days', 1.5)],
		['a long text', 422, '*', 'answers.remark', answer('remark', 'x'.repeat(201))],
		['a text with NUL', 422, 'bad-text', 'answers.remark.value', answer('remark', 'a\0b')],
		['half a character', 422, 'bad-text', 'answers.remark.value', answer('remark', 'a\ud800b')],
		['a day that is none', 422, '*', 'answers.since', answer('since', '2025-02-30')],
		['one option for a list', 422, '*', 'answers.tools', answer('tools', 'crm')],
		['an option twice', 422, '*', 'answers.tools', answer('tools', ['crm', 'crm'])],
		['points of a wrong sum', 422, '*', 'answers.time', answer('time', { old: 3 })],
		['"does not apply" where it is not offered', 422, 'not-offered', 'answers.first', answer('first', 'na')],
		['no value', 422, '*', 'answers.role.value', { ...good, answers: { role: { at: 1 } } }],
		['no time', 422, 'wrong-type', 'answers.role.at', { ...good, answers: { role: { value: 'seller' } } }],
		['a time that is no whole number', 422, '*', 'answers.role.at', { ...good, answers: { role: { value: 'seller', at: 1.5 } } }],
		['a time before time', 422, 'out-of-range', 'answers.role.at', { ...good, answers: { role: { value: 'seller', at: 0 } } }],
		['a time after time', 422, 'out-of-range', 'answers.role.at', { ...good, answers: { role: { value: 'seller', at: 9e15 } } }],
		['an unknown key', 422, 'unknown-key', 'extra', { ...good, extra: 1 }],
		['an unknown key of an answer', 422, 'unknown-key', 'answers.role.score', { ...good, answers: { role: { value: 'seller', at: 1, score: 9 } } }],
		['a missing key', 422, 'wrong-type', 'answers', { instrument: 'small', version: '1.0.0' }],
		['an unknown section', 422, 'unknown-section', 'timing.nowhere', { ...good, timing: { nowhere: 3 } }],
		['an endless source', 422, 'out-of-range', 'source.utm', { ...good, source: { utm: 'x'.repeat(2000) } }],
		['a list', 422, 'wrong-type', 'body', []],
		['null', 422, 'wrong-type', 'body', null],
		['a text', 422, 'wrong-type', 'body', 'answers']
	];

	test.each(cases)('%s', async (_name, status, code, where, json) => {
		for (const [method, more] of [['PUT', ''], ['POST', '/complete']] as const) {
			const [id, key] = [newId(), newKey()];
			const response = await call(method, path(id, more), { key, json });
			const problems = await told(response);
			expect([response.status, problems.map((problem) => problem.where)]).toEqual([status, expect.arrayContaining([where])]);
			if (code !== '*') expect(problems.map((problem) => problem.code)).toContain(code);
			expect(problems[0]?.message).toMatch(/^expected .+, found .+\. .+\.$/);
			expect(await readResponse(id, key)).toBeNull();
		}
	});

	const raw: readonly (readonly [string, number, string, BodyInit])[] = [
		['broken JSON', 400, 'broken-json', '{"answers":'],
		['no JSON at all', 400, 'broken-json', 'role=seller'],
		['nothing', 400, 'broken-json', ''],
		['bytes that are no UTF-8', 400, 'broken-json', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
		['a key that reaches the prototype', 422, 'unknown-key', '{"instrument":"small","version":"1.0.0","answers":{"__proto__":{"value":"x","at":1}}}'],
		['a key that reaches the prototype, at the top', 422, 'unknown-key', '{"__proto__":{"instrument":"small"},"version":"1.0.0","answers":{}}'],
		['nesting without end', 422, 'too-deep', `{"instrument":"small","version":"1.0.0","answers":{"role":{"at":1,"value":${'['.repeat(20_000)}${']'.repeat(20_000)}}}}`],
		['a million characters', 413, 'too-large', JSON.stringify(answer('remark', 'x'.repeat(1_000_000)))],
		['the same question twice', 200, '', '{"instrument":"small","version":"1.0.0","answers":{"role":{"value":"other","at":1},"role":{"value":"seller","at":1}}}']
	];

	test.each(raw)('%s', async (_name, status, code, body) => {
		const [id, key] = [newId(), newKey()];
		const response = await call('PUT', path(id), { key, body, headers: { 'content-type': 'application/json' } });
		expect(response.status).toBe(status);
		if (status === 200) return;
		expect((await told(response))[0]?.code).toBe(code);
		expect(await readResponse(id, key)).toBeNull();
	});

	test('a body that does not say how long it is is stopped all the same', async () => {
		const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(32)) });
		const request = new Request(ORIGIN, { method: 'PUT', body: endless, duplex: 'half' } as RequestInit);
		const { readJson } = await import('#lib/server/body.ts');
		expect(await readJson(request)).toMatchObject({ ok: false, status: 413 });
	});

	test('an id that is no UUID', async () => {
		const response = await call('PUT', path('1'), { key: newKey(), json: good });
		expect([response.status, (await told(response))[0]]).toEqual([422, expect.objectContaining({ code: 'wrong-id', where: 'id' })]);
		expect((await call('GET', path('1'), { key: newKey() })).status).toBe(404);
	});

	test('a bad answer beside good ones keeps none, and what was kept before stays', async () => {
		const [id, key] = [newId(), newKey()];
		await call('PUT', path(id), { key, json: good });
		const bad = await call('PUT', path(id), { key, json: saving({ role: ['other', 9], first: ['disagree', 9], days: [0, 9] }) });
		expect(bad.status).toBe(422);
		expect((await readResponse(id, key))?.answers).toEqual(good.answers);
	});

	test('every problem of a body is told at once', async () => {
		const response = await call('PUT', path(newId()), { key: newKey(), json: saving({ role: ['x', 1], days: [0, 1], nothing: ['x', 1] }) });
		expect((await told(response)).map(({ where }) => where).toSorted()).toEqual(['answers.days', 'answers.nothing', 'answers.role']);
	});

	test('a response is not moved to another instrument', async () => {
		const [id, key] = [newId(), newKey()];
		await call('PUT', path(id), { key, json: good });
		const response = await call('PUT', path(id), { key, json: { ...good, instrument: 'other' } });
		expect([response.status, (await told(response))[0]?.code]).toEqual([422, 'other-instrument']);
	});
});

describe('instruments', () => {
	let etag: string;
	beforeAll(async () => {
		etag = (await call('GET', '/api/v1/instruments/small')).headers.get('etag') ?? '';
	});

	test('are listed', async () => {
		const { instruments } = (await (await call('GET', '/api/v1/instruments')).json()) as { instruments: unknown[] };
		expect(instruments).toEqual([expect.objectContaining({ id: 'small', title: 'Small', version: '1.0.0' })]);
	});

	test('show what a participant may see and no more', async () => {
		const text = await (await call('GET', '/api/v1/instruments/small')).text();
		expect(text).toContain('We plan.');
		for (const hidden of ['feeds', 'score', 'weight', 'texts', 'verdict', 'area']) expect(text).not.toContain(`"${hidden}"`);
	});

	test.each(['', 'W/'])('are not sent again to whoever has them (%s)', async (prefix) => {
		const again = await call('GET', '/api/v1/instruments/small', { headers: { 'if-none-match': `"x", ${prefix}${etag}` } });
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
		expect((await call('GET', '/api/v1/instruments/small', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
	});

	test('of an earlier version by its hash, if anybody answered it', async () => {
		await call('PUT', path(newId()), { key: newKey(), json: good });
		const hash = content().instruments.get('small')?.hash ?? '';
		const asked = await call('GET', `/api/v1/instruments/small?hash=${hash}`);
		expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
		expect((await call('GET', `/api/v1/instruments/small?hash=${'0'.repeat(64)}`)).status).toBe(404);
	});

	test.each(['none', '__proto__', 'constructor', '..%2fsmall', '%00'])('%s is not one', async (id) => {
		const response = await call('GET', `/api/v1/instruments/${id}`);
		expect([response.status, (await told(response))[0]?.code]).toEqual([404, 'unknown']);
	});
});

describe('from other sites', () => {
	test.each(['/api/v1/instruments', '/api/v1/instruments/small', path(newId())])('%s may be called', async (address) => {
		const ask = await call('OPTIONS', address, { headers: { origin: 'https://other.test', 'access-control-request-method': 'PUT' } });
		expect(ask.status).toBe(204);
		expect(ask.headers.get('access-control-allow-origin')).toBe('*');
		expect(ask.headers.get('access-control-allow-headers')).toContain('Authorization');
		expect(ask.headers.get('access-control-allow-credentials')).toBeNull();
		const answered = await call('GET', address, { headers: { origin: 'https://other.test' } });
		expect(answered.headers.get('access-control-allow-origin')).toBe('*');
	});

	test('a save with its key passes: no browser adds the key by itself', async () => {
		const response = await call('PUT', path(newId()), { key: newKey(), json: good, headers: { origin: 'https://other.test' } });
		expect(response.status).toBe(200);
	});

	test('nothing else says so', async () => {
		expect((await call('GET', '/healthz')).headers.get('access-control-allow-origin')).toBeNull();
	});
});

describe('the edge', () => {
	test.each(['PATCH', 'DELETE', 'POST'])('%s on a response: 405 with what is taken', async (method) => {
		const response = await call(method, path(newId()), { key: newKey(), json: {} });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toContain('PUT');
		expect((await told(response))[0]?.code).toBe('wrong-method');
	});

	test('an address that is not there', async () => {
		const response = await call('GET', '/api/v1/nothing');
		expect([response.status, (await told(response))[0]?.code]).toEqual([404, 'unknown']);
	});

	test('headers that everything has', async () => {
		const { headers } = await call('GET', '/healthz');
		expect(headers.get('referrer-policy')).toBe('same-origin');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('strict-transport-security')).toContain('max-age=');
		expect(headers.get('permissions-policy')).toContain('camera=()');
	});

	test('saving without a pause is slowed down, and told for how long', async () => {
		const [id, key] = [newId(), newKey()];
		let response = new Response();
		for (let turn = 0; turn < 301; turn += 1) response = await call('PUT', path(id), { key, json: null });
		expect(response.status).toBe(429);
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await call('PUT', path(newId()), { key, json: good })).status).toBe(200);
	});

	test('it lives, is ready, and says how it fares', async () => {
		expect(await (await call('GET', '/healthz')).text()).toBe('ok\n');
		expect((await call('GET', '/readyz')).status).toBe(200);
		const text = await (await call('GET', '/metrics')).text();
		expect(text).toContain('bellwether_http_requests_total{method="PUT",route="/api/v1/responses/[id]",status="200"}');
		expect(text).toMatch(/bellwether_database_bytes [1-9]/);
	});
});
