// The public interface as a client meets it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { content } from '#lib/server/content.ts';
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
		expect(first).toEqual({ report: expect.stringMatching(/^\/r\/[\w-]{32}$/) as string });
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
		for (const [method, more] of [
			['GET', ''],
			['PUT', ''],
			['POST', '/complete'],
			['POST', '/resume-link']
		] as const) {
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
		expect((await call('PUT', path(newId()), { key: newKey(), json: { ...good, instrument: 'other' } })).status).toBe(
			404
		);
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
		for (const hidden of ['feeds', 'score', 'weight', 'texts', 'verdict', 'area'])
			expect(text).not.toContain(`"${hidden}"`);
	});

	test.each(['', 'W/'])('are not sent again to whoever has them (%s)', async (prefix) => {
		const again = await call('GET', '/api/v1/instruments/small', {
			headers: { 'if-none-match': `"x", ${prefix}${etag}` }
		});
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
	test.each(['/api/v1/instruments', '/api/v1/instruments/small', path(newId())])(
		'%s may be called',
		async (address) => {
			const ask = await call('OPTIONS', address, {
				headers: { origin: 'https://other.test', 'access-control-request-method': 'PUT' }
			});
			expect(ask.status).toBe(204);
			expect(ask.headers.get('access-control-allow-origin')).toBe('*');
			expect(ask.headers.get('access-control-allow-headers')).toContain('Authorization');
			expect(ask.headers.get('access-control-allow-credentials')).toBeNull();
			const answered = await call('GET', address, { headers: { origin: 'https://other.test' } });
			expect(answered.headers.get('access-control-allow-origin')).toBe('*');
		}
	);

	test('a save with its key passes: no browser adds the key by itself', async () => {
		const response = await call('PUT', path(newId()), {
			key: newKey(),
			json: good,
			headers: { origin: 'https://other.test' }
		});
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
