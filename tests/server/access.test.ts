// Who may call what: every route has a rule, and every rule holds for every kind of caller.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '#lib/server/access.ts';
import { erase } from '#lib/server/privacy.ts';
import { completeResponse, resumeKey, saveResponse } from '#lib/server/responses.ts';
import { share, unshare } from '#lib/server/shares.ts';
import { call, endpoints, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const pages = Object.keys(import.meta.glob('../../src/routes/**/+page*.{svelte,ts}'));
const routes = new Set([
	...endpoints.keys(),
	...pages.map((file) => file.replace('../../src/routes', '').replace(/\/\+page[^/]*$/, '') || '/')
]);

test.each([...routes])('%s has a rule', (route) => {
	expect(Object.keys(rules)).toContain(route);
});

test('no rule is left over', () => {
	expect(Object.keys(rules).filter((route) => !routes.has(route))).toEqual([]);
});

type Kind = 'owner' | 'share' | 'revoked' | 'erased' | 'edit' | 'resume' | 'another' | 'none' | 'name';
const keys = {} as Record<Kind, string>;

beforeAll(async () => {
	const completed = async () => {
		const [id, edit] = [newId(), newKey()];
		const result = await completeResponse(id, edit, saving({ role: ['seller', 1] }));
		return { id, edit, owner: result.kind === 'completed' ? result.report.slice(3) : '' };
	};
	const [mine, gone] = [await completed(), await completed()];
	const [shared, revoked] = [await share(mine.owner, 'company'), await share(mine.owner, 'whole')];
	await unshare(mine.owner, revoked?.id ?? '');
	await erase(gone.owner);
	const open = newId();
	await saveResponse(open, mine.edit, saving({}));
	Object.assign(keys, {
		owner: mine.owner,
		share: shared?.path.slice(3),
		revoked: revoked?.path.slice(3),
		erased: gone.owner,
		edit: mine.edit,
		resume: await resumeKey(open, mine.edit),
		another: newKey(),
		none: '%20',
		name: 'constructor'
	});
});

const mayRead: readonly Kind[] = ['owner', 'share'];
const all: readonly Kind[] = ['share', 'revoked', 'erased', 'edit', 'resume', 'another', 'none', 'name'];

describe.each(all)('with a key that is: %s', (kind) => {
	test('nothing of the owner can be done, and the answer is the same as for nothing', async () => {
		for (const [method, path, json] of [
			['POST', 'shares', { scope: 'whole' }],
			['DELETE', 'shares/1', undefined],
			['POST', 'erase', { confirm: true }],
			['POST', 'export', undefined],
			['POST', 'reopen', undefined],
			['POST', 'again', undefined],
			['POST', 'peers', undefined],
			['POST', 'target', { answers: {} }],
			['POST', 'reminder', { email: 'a@example.org', months: 3 }],
			['POST', 'reminder', { cancel: true }],
			['DELETE', 'reminder', undefined]
		] as const) {
			const response = await call(method, `/r/${keys[kind]}/${path}`, { json });
			expect([path, response.status]).toEqual([path, 404]);
			expect(await response.json()).toMatchObject({ problems: [{ code: 'unknown' }] });
		}
	});

	test('a form is led to the page that says so', async () => {
		const body = new URLSearchParams({ confirm: 'yes' });
		const response = await call('POST', `/r/${keys[kind]}/erase`, { body });
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			`/r/${encodeURIComponent(decodeURIComponent(keys[kind]))}`
		]);
	});
});

test.each<Kind>(['owner', ...all])('reading the report with a key that is: %s', async (kind) => {
	const response = await call('GET', `/r/${keys[kind]}/report.json`);
	expect(response.status).toBe(mayRead.includes(kind) ? 200 : 404);
	expect(response.headers.get('x-robots-tag')).toBe('noindex');
	expect(response.headers.get('cache-control')).toBe('no-store, private');
});

test.each<Kind>(['owner', 'share', 'revoked', 'another'])('answering with a key that is: %s', async (kind) => {
	expect((await call('GET', `/api/v1/responses/${newId()}`, { key: keys[kind] })).status).toBe(404);
});

test('a route without a rule is not there', async () => {
	const { admission } = await import('#lib/server/access.ts');
	const event = (id: string | null) =>
		({ route: { id }, params: {}, request: new Request('http://x.test') }) as unknown as Parameters<
			typeof admission
		>[0];
	for (const id of ['/studio', 'constructor', '__proto__', '', null]) expect(await admission(event(id))).toBe(404);
});
