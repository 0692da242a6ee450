// The way into the studio and out of it: by form, with cookies that a browser keeps to itself.
import { afterAll, expect, test } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { cookieOf, signedIn } from '../support/signed-in.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const here = { 'sec-fetch-site': 'same-origin' };
const form = (fields: Record<string, string>, headers: Record<string, string> = here) => ({
	body: new URLSearchParams(fields),
	headers
});

test('whoever signs in sees the studio, and does not after signing out', async () => {
	const { headers, name } = await signedIn('owner');
	const page = await call('GET', '/studio', { headers });
	expect([page.status, await page.json()]).toMatchObject([200, { person: { name, role: 'owner' } }]);
	expect(page.headers.get('cache-control')).toBe('no-store, private');
	const out = await call('POST', '/studio/sign-out', { headers, body: new URLSearchParams() });
	expect([out.status, out.headers.get('location')]).toEqual([303, '/studio/sign-in']);
	const after = await call('GET', '/studio', { headers });
	expect([after.status, after.headers.get('location')]).toEqual([303, '/studio/sign-in?to=%2Fstudio']);
});

test('the database holds no token and plain types, on every database', async () => {
	const { cookie, id } = await signedIn('viewer');
	const db = await database();
	const session = await db.selectFrom('sessions').selectAll().where('userId', '=', id).executeTakeFirstOrThrow();
	const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
	expect(token).toMatch(/^\w{32}$/);
	expect(JSON.stringify(session)).not.toContain(token);
	expect(session.token).toMatch(/^[0-9a-f]{64}$/);
	expect(session.ipAddress).toBe('');
	for (const time of [session.createdAt, session.expiresAt]) expect(new Date(time).toISOString()).toBe(time);
	const user = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	expect([user.emailVerified, user.twoFactorEnabled]).toEqual([1, 0]);
});

test('cookies are for this host alone, over TLS, and no script reads them', async () => {
	const { address, password } = await signedIn('viewer');
	const response = await call('POST', '/studio/sign-in', form({ address, password }));
	const [line = ''] = response.headers.getSetCookie();
	expect(line).toMatch(/^__Host-bellwether\.session_token=/);
	for (const part of ['path=/', 'secure=true', 'httpOnly=true', 'sameSite=lax']) expect(line).toContain(part);
	expect(line).not.toContain('domain');
});

test('a second session is another one', async () => {
	const { address, password, cookie } = await signedIn('viewer');
	expect(await cookieOf(address, password)).not.toBe(cookie);
});
