// The forms about people against what nobody should send: each field refuses it beside itself, and nothing is changed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { passwordFault } from '#lib/server/passwords.ts';
import { anywhere, PASSWORD, signedIn, type SignedIn } from '../support/signed-in.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let owner: SignedIn;
beforeAll(async () => {
	owner = await signedIn('owner');
});

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
	call('POST', path, { body, headers: { ...owner.headers, ...headers }, client: anywhere() });

const lines = ['', '   ', 'a\nb', 'a\rb', 'NUL\0', 'tab\there', '\u2028', 'x'.repeat(81)];
const addresses = [
	'',
	'nobody',
	'a@b',
	'a@b.test\nBcc: c@d.test',
	'A <a@b.test>',
	'a@b.test,c@d.test',
	'a@b.test\0',
	`${'a'.repeat(250)}@b.test`
];
const ids = ['', '1', "' or 1=1 --", '../..', '00000000-0000-0000-0000-00000000000g'];
const codes = ['', ' ', '1'.repeat(41)];

const fields: readonly (readonly [
	path: string,
	sound: Record<string, string>,
	hostile: Record<string, readonly string[]>
])[] = [
	['/studio/account?/name', { name: 'Ada' }, { name: lines }],
	[
		'/studio/account?/address',
		{ address: 'a@b.test', password: PASSWORD },
		{ address: addresses, password: ['', 'wrong words here', 'x'.repeat(1001)] }
	],
	[
		'/studio/account?/password',
		{ password: PASSWORD, newPassword: 'a brand new sentence' },
		{ password: ['', 'wrong words here'], newPassword: ['', 'short', 'x'.repeat(13), 'y'.repeat(129)] }
	],
	['/studio/account?/end', { id: crypto.randomUUID() }, { id: ids }],
	['/studio/account/second-factor?/start', { password: PASSWORD }, { password: ['', 'wrong words here'] }],
	[
		'/studio/people?/invite',
		{ address: 'a@b.test', role: 'viewer' },
		{ address: addresses, role: ['', 'Owner', 'admin', 'constructor', '__proto__'] }
	],
	['/studio/people?/role', { id: crypto.randomUUID(), role: 'viewer' }, { id: ids, role: ['', 'root'] }],
	['/studio/people?/disable', { id: crypto.randomUUID() }, { id: ids }],
	['/studio/people?/revoke', { id: crypto.randomUUID() }, { id: ids }],
	['/studio/second-step', { code: '123456' }, { code: codes }],
	['/studio/recover', { address: 'a@b.test' }, { address: addresses }]
];

const cases = fields.flatMap(([path, sound, hostile]) =>
	Object.entries(hostile).flatMap(([field, texts]) => texts.map((text) => ({ path, field, text, sound })))
);

async function kept(): Promise<string> {
	const db = await database();
	const all = [
		await db.selectFrom('users').selectAll().execute(),
		await db.selectFrom('accounts').selectAll().execute(),
		await db.selectFrom('invitations').selectAll().execute(),
		await db.selectFrom('two_factors').selectAll().execute(),
		await db.selectFrom('outbox').selectAll().execute()
	];
	return JSON.stringify(all);
}

test.each(cases)('$path: $field = $text', async ({ path, field, text, sound }) => {
	const before = await kept();
	const response = await post(path, new URLSearchParams({ ...sound, [field]: text }));
	expect(response.status).toBe(422);
	const { faults, typed } = (await response.json()) as { faults: { where: string }[]; typed: Record<string, string> };
	expect(faults.map(({ where }) => where)).toContain(field);
	expect(Object.keys(typed).filter((name) => /password|code|token/i.test(name))).toEqual([]);
	expect(await kept()).toBe(before);
});

describe.each(fields)('%s', (path, sound) => {
	test('takes no field that it does not know, none twice as a list, and nothing that is missing', async () => {
		const before = await kept();
		for (const body of [
			new URLSearchParams({ ...sound, isAdmin: 'true' }),
			new URLSearchParams({ ...sound, __proto__: 'x', constructor: 'x' }),
			new URLSearchParams(),
			JSON.stringify({ ...sound, [Object.keys(sound)[0] ?? '']: { $ne: null } }),
			JSON.stringify([sound])
		])
			expect(
				(await post(path, body, typeof body === 'string' ? { 'content-type': 'application/json' } : {})).status
			).toBe(422);
		expect((await post(path, 'x'.repeat(70_000), { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
			413
		);
		expect(await kept()).toBe(before);
	});
});

test.each([
	['twelve chars', 'seven green', 'too-short'],
	['a brand new sentence', 'a brand new sentence', null],
	['characters, not bytes', '🦉🦉🐍🐍🐎🐎🐇🐇🐢🐢🐝', 'too-short'],
	['the name itself', 'ada marten ada marten', 'too-near'],
	['the address itself', 'ada.marten@example.org', 'too-near'],
	['the name and a year', 'AdaMarten2026', 'too-near'],
	['one character', 'aaaaaaaaaaaaaaaa', 'too-near'],
	['the name among other words', 'ada never tells a soul', null],
	['only signs', '!?%&/()=+*#-', null],
	['too long', 'x1y2'.repeat(33), 'too-long']
])('a password that is %s', (_what, password, fault) => {
	expect(passwordFault(password, ['Ada Marten', 'ada.marten@example.org'])).toBe(fault);
});
