// The method page's address: the present version for anybody, an earlier one by its hash, and nothing else.
import { afterAll, expect, test } from 'vitest';
import { admission, rules } from '#lib/server/access.ts';
import { content } from '#lib/server/content.ts';
import { headersFor } from '#lib/server/headers.ts';
import { methodOf } from '#lib/server/method.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const route = '/(site)/[instrument]/method';

test('is open to anybody, and may be found', async () => {
	expect(rules[route]).toBe('anyone');
	const event = { route: { id: route }, params: {}, request: new Request('http://x.test') };
	expect(await admission(event as unknown as Parameters<typeof admission>[0])).toBe(200);
	expect(headersFor(route)).not.toHaveProperty('x-robots-tag');
});

test('is about the present version', async () => {
	const method = await methodOf('small', null);
	expect(method).toMatchObject({ title: 'Small', isCurrent: true });
	expect(method?.paper.cover.byline).not.toContain('In use since');
});

test('says since when a version is in use once somebody has answered it', async () => {
	await completeResponse(newId(), newKey(), saving({ role: ['seller', 1] }));
	const hash = content().instruments.get('small')?.hash ?? '';
	const today = new Date().getUTCFullYear();
	for (const of of [null, hash]) {
		const method = await methodOf('small', of);
		expect(method?.isCurrent).toBe(true);
		expect(method?.paper.cover.byline).toContain(`In use since`);
		expect(method?.paper.cover.byline).toContain(String(today));
	}
});

test.each([
	['no such instrument', 'nothing', null],
	['a version that nobody answered', 'small', 'f'.repeat(64)],
	['a name that every object has', 'constructor', null],
	['an empty hash', 'small', '']
])('is not there for %s', async (_name, id, hash) => {
	expect(await methodOf(id, hash)).toBeNull();
});
