// A store that takes nothing more: what was promised is kept, what cannot be kept is not promised.
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const path = (id: string) => `/api/v1/responses/${id}`;
const good = saving({ role: ['seller', 1], first: ['agree', 2] });

test('while the disk is full: 503 and when to try again, never a false 200; reading goes on', async () => {
	const [id, key] = [newId(), newKey()];
	await call('PUT', path(id), { key, json: good });
	const db = await database();
	const pages = async (most: string) => void (await sql`${sql.raw(`pragma max_page_count = ${most}`)}`.execute(db));
	await pages('1');
	const long = saving({ remark: ['x'.repeat(200), 1] });
	// What is free on the last pages is still taken.
	let other = newId();
	let refused = await call('PUT', path(other), { key, json: long });
	for (let tries = 0; refused.status === 200 && tries < 200; tries++) {
		other = newId();
		refused = await call('PUT', path(other), { key, json: long });
	}
	expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
	expect((await call('GET', path(id), { key })).status).toBe(200);
	await pages('1000000');
	expect((await call('GET', path(other), { key })).status).toBe(404);
	expect((await call('PUT', path(other), { key, json: long })).status).toBe(200);
});
