// People of the studio: the first owner, invitations, forgotten passwords, second factors, sessions and roles.
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { changeRole, disable } from '#lib/server/membership.ts';
import { announceStudio } from '#lib/server/set-up.ts';
import { doneOf } from '../support/doing.ts';
import { anywhere, cookieIn, cookieOf, PASSWORD, signedIn, type SignedIn } from '../support/signed-in.ts';
import { MailServer } from '../support/smtp.ts';
import { totp } from '../support/totp.ts';
import { call, makeWorld, ORIGIN } from '../support/world.ts';

const mails = await new MailServer().start();
const world = makeWorld({ SMTP_URL: mails.url });
afterAll(async () => {
	await world.stop();
	await mails.stop();
});
afterEach(() => (mails.mails.length = 0));

const here = { 'sec-fetch-site': 'same-origin' };
const post = (path: string, fields: Record<string, string> = {}, cookie?: string) =>
	call('POST', path, {
		body: new URLSearchParams(fields),
		headers: cookie ? { ...here, cookie } : here,
		client: anywhere()
	});
const get = (path: string, cookie: string) => call('GET', path, { headers: { cookie } });
const faultsOf = async (response: Response) => ((await response.json()) as { faults: unknown }).faults;
const went = (response: Response) => [response.status, response.headers.get('location')];
const isIn = async (cookie: string) => (await get('/studio', cookie)).status === 200;

/** The link in the one mail that waits. */
async function mailedPath(): Promise<string> {
	await doneOf('mail');
	expect(mails.mails).toHaveLength(1);
	const [, path = ''] = new RegExp(`${ORIGIN}(/studio/\\S+)`).exec(mails.mails[0]?.email.text ?? '') ?? [];
	return path;
}

describe('the first owner', () => {
	const printed = async (): Promise<string> => {
		const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
		await announceStudio();
		const line = String(said.mock.calls[0]?.[0] ?? '');
		said.mockRestore();
		return line;
	};
	const owner = { name: 'Olive Owner', address: 'olive@example.org', password: PASSWORD };

	test('is asked for while there is none, and made once by the token that was printed, however often it is sent', async () => {
		expect(went(await call('GET', '/studio/sign-in'))).toEqual([303, '/studio/set-up']);
		const line = await printed();
		expect(line.split('\n')).toHaveLength(1);
		const token = line.split(' ').at(-1) ?? '';
		expect(token).toMatch(/^[\w-]{32}$/);
		for (const wrong of ['x', token.slice(1), token.toUpperCase()])
			expect(await faultsOf(await post('/studio/set-up', { ...owner, token: wrong }))).toEqual([
				{ where: 'token', code: 'wrong-token' }
			]);
		const twice = [
			{ ...owner, token },
			{ ...owner, address: 'other@example.org', token }
		];
		const responses = await Promise.all(twice.map((fields) => post('/studio/set-up', fields)));
		expect(responses.map(({ status }) => status)).toEqual([303, 303]);
		const people = await (await database()).selectFrom('users').select('role').execute();
		expect(people).toEqual([{ role: 'owner' }]);
		expect(await printed()).toBe('');
		expect(went(await call('GET', '/studio/set-up'))).toEqual([303, '/studio']);
	});
});

describe('signing in', () => {
	test.each([
		['a wrong password', (person: SignedIn) => ({ address: person.address, password: 'not the right one' })],
		['an unknown address', () => ({ address: 'nobody@example.org', password: PASSWORD })]
	])('%s is refused in the same words', async (_what, fields) => {
		const response = await post('/studio/sign-in', fields(await signedIn('viewer')));
		expect([response.status, await faultsOf(response)]).toEqual([422, [{ where: '', code: 'refused' }]]);
		expect(response.headers.getSetCookie()).toEqual([]);
	});

	test('the password never comes back', async () => {
		const response = await post('/studio/sign-in', { address: 'a@example.org', password: 'my secret words' });
		expect(await response.text()).not.toContain('my secret words');
	});

	test('an account is not tried without end, known or not', async () => {
		const tries = async (address: string) => {
			const statuses = [];
			for (let n = 0; n < 22; n += 1)
				statuses.push((await post('/studio/sign-in', { address, password: 'x'.repeat(200) })).status);
			return statuses.slice(-2);
		};
		const { address } = await signedIn('viewer');
		expect(await tries(address)).toEqual([429, 429]);
		expect(await tries('unknown@example.org')).toEqual([429, 429]);
	});

	test('whoever tries many accounts from one place is not let go on', async () => {
		const client = anywhere();
		const statuses = new Set<number>();
		for (let n = 0; n < 101; n += 1) {
			const body = new URLSearchParams({ address: `guess-${n}@example.org`, password: 'x'.repeat(200) });
			statuses.add((await call('POST', '/studio/sign-in', { body, headers: here, client })).status);
		}
		expect([...statuses]).toEqual([422, 429]);
	});

	test.each([
		['/studio/people?x=1', '/studio/people?x=1'],
		['//evil.test/studio', '/studio'],
		['https://evil.test/studio', '/studio'],
		['/studio/../r/secret', '/studio'],
		['/studio\\..\\\\evil.test', '/studio'],
		['/studiox', '/studio'],
		['/studio/sign-in', '/studio']
	])('leads on to %s only if it is ours', async (to, expected) => {
		const { cookie } = await signedIn('owner');
		expect(went(await get(`/studio/sign-in?to=${encodeURIComponent(to)}`, cookie))).toEqual([303, expected]);
	});
});

describe('a forgotten password', () => {
	test('is set anew by a link that works once, and ends every session', async () => {
		const person = await signedIn('marketer');
		await post('/studio/recover', { address: person.address });
		const path = await mailedPath();
		expect(await (await call('GET', path)).json()).toMatchObject({ owner: { name: person.name } });
		expect(await faultsOf(await post(path, { password: 'short' }))).toEqual([{ where: 'password', code: 'too-short' }]);
		const fresh = 'quite another sentence';
		const both = await Promise.all([post(path, { password: fresh }), post(path, { password: 'and a third sentence' })]);
		const done = both.map(went).filter(([, to]) => to === '/studio/sign-in?done=password');
		expect(done).toHaveLength(1);
		expect(await isIn(person.cookie)).toBe(false);
		expect((await post('/studio/sign-in', { address: person.address, password: PASSWORD })).status).toBe(422);
		expect(await (await call('GET', path)).json()).toMatchObject({ owner: null });
	});

	test('the answer and what is kept are alike for an address that nobody has, and nothing is sent there', async () => {
		const { address } = await signedIn('viewer');
		const answers = [];
		for (const each of [address, 'nobody-at-all@example.org']) {
			const response = await post('/studio/recover', { address: each });
			answers.push([response.status, await response.text()]);
		}
		expect(answers[0]).toEqual(answers[1]);
		const db = await database();
		const waiting = await db.selectFrom('outbox').select('payload').where('state', '=', 'waiting').execute();
		expect(waiting).toHaveLength(2);
		for (const { payload } of waiting) expect(payload).toMatch(/^\{"template":"recovery","link":"[0-9a-f-]{36}"\}$/);
		await doneOf('mail');
		expect(mails.mails.map(({ to }) => to)).toEqual([[address]]);
	});

	test('an hour later the link is over', async () => {
		const { address } = await signedIn('viewer');
		await post('/studio/recover', { address });
		const path = await mailedPath();
		const db = await database();
		await db
			.updateTable('verifications')
			.set({ expiresAt: new Date(Date.now() - 1).toISOString() })
			.execute();
		expect(went(await post(path, { password: 'a new long sentence' }))).toEqual([303, path]);
		expect((await post('/studio/sign-in', { address, password: PASSWORD })).status).toBe(303);
	});
});

describe('an invitation', () => {
	test('makes one person of its role, once, by mail or by the link on the page', async () => {
		const owner = await signedIn('owner');
		expect(
			went(await post('/studio/people?/invite', { address: 'New@Example.org', role: 'marketer' }, owner.cookie))
		).toEqual([303, '/studio/people?done=invited']);
		const path = await mailedPath();
		const page = (await (await get('/studio/people', owner.cookie)).json()) as { invitations: { link: string }[] };
		expect(page.invitations.map(({ link }) => link)).toContain(ORIGIN + path);
		const rows = await (await database()).selectFrom('invitations').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
		const both = await Promise.all([
			post(path, { name: 'Nora New', password: PASSWORD }),
			post(path, { name: 'Nils New', password: PASSWORD })
		]);
		expect(both.map(went).toSorted()).toEqual(
			[
				[303, '/studio'],
				[303, path]
			].toSorted()
		);
		const joined = both.find((response) => response.headers.get('location') === '/studio');
		expect(await (await get('/studio', joined ? cookieIn(joined) : '')).json()).toMatchObject({
			person: { role: 'marketer' }
		});
		expect(
			await faultsOf(await post('/studio/people?/invite', { address: 'new@example.org', role: 'viewer' }, owner.cookie))
		).toEqual([{ where: 'address', code: 'known' }]);
	});

	test('can be taken back, and is worth nothing then', async () => {
		const owner = await signedIn('owner');
		await post('/studio/people?/invite', { address: 'back@example.org', role: 'owner' }, owner.cookie);
		const path = await mailedPath();
		const { id } = await (
			await database()
		)
			.selectFrom('invitations')
			.select('id')
			.where('address', '=', 'back@example.org')
			.executeTakeFirstOrThrow();
		expect(went(await post('/studio/people?/revoke', { id }, owner.cookie))).toEqual([
			303,
			'/studio/people?done=revoked'
		]);
		expect(await (await call('GET', path)).json()).toMatchObject({ invitation: null });
		expect(went(await post(path, { name: 'Eve', password: PASSWORD }))).toEqual([303, path]);
		expect((await post('/studio/people?/resend', { id }, owner.cookie)).status).toBe(404);
	});
});

describe('a second factor', () => {
	test('is taught, proved, asked for, replaced by a code that works once, and turned off', async () => {
		const person = await signedIn('consultant');
		const page = '/studio/account/second-factor';
		expect(await faultsOf(await post(`${page}?/start`, { password: 'not mine at all' }, person.cookie))).toEqual([
			{ where: 'password', code: 'wrong-password' }
		]);
		const other = await cookieOf(person.address, PASSWORD);
		const { lesson } = (await (await post(`${page}?/start`, { password: PASSWORD }, person.cookie)).json()) as {
			lesson: { secret: string; uri: string };
		};
		expect(new URL(lesson.uri).searchParams.get('secret')).toBe(lesson.secret);
		// Not proved yet, it keeps nobody out.
		expect(await isIn(await cookieOf(person.address, PASSWORD))).toBe(true);
		const wrong = totp(lesson.secret, Date.now() + 3_600_000);
		expect((await post(`${page}?/confirm`, { code: wrong }, person.cookie)).status).toBe(422);
		const proved = await post(`${page}?/confirm`, { code: totp(lesson.secret, Date.now()) }, person.cookie);
		const { codes } = (await proved.json()) as { codes: string[] };
		expect(codes).toHaveLength(10);
		expect([await isIn(cookieIn(proved)), await isIn(other)]).toEqual([true, false]);

		const half = async () => {
			const first = await post('/studio/sign-in', { address: person.address, password: PASSWORD });
			expect(went(first)).toEqual([303, '/studio/second-step?to=%2Fstudio']);
			return cookieIn(first);
		};
		expect(await isIn(await half())).toBe(false);
		expect((await post('/studio/second-step', { code: wrong }, await half())).status).toBe(422);
		const second = await post('/studio/second-step', { code: totp(lesson.secret, Date.now()) }, await half());
		expect([went(second), await isIn(cookieIn(second))]).toEqual([[303, '/studio'], true]);
		const [code = ''] = codes;
		const statuses = [];
		for (const each of [code, code])
			statuses.push((await post('/studio/second-step', { code: each }, await half())).status);
		expect(statuses).toEqual([303, 422]);

		const stays = cookieIn(second);
		const off = await post(`${page}?/off`, { password: PASSWORD }, stays);
		expect(went(off)).toEqual([303, '/studio/account?done=second-factor']);
		expect(await isIn(await cookieOf(person.address, PASSWORD))).toBe(true);
	});
});

describe('sessions', () => {
	test('are listed with this one marked, ended one by one or all others; never those of somebody else', async () => {
		const person = await signedIn('viewer');
		const [second, third] = [await cookieOf(person.address, PASSWORD), await cookieOf(person.address, PASSWORD)];
		type Listed = { sessions: { id: string; isThis: boolean }[] };
		const listed = async (cookie: string) => ((await (await get('/studio/account', cookie)).json()) as Listed).sessions;
		expect((await listed(person.cookie)).filter(({ isThis }) => isThis)).toHaveLength(1);
		const id = (await listed(second)).find(({ isThis }) => isThis)?.id ?? '';
		const stranger = await signedIn('owner');
		expect((await post('/studio/account?/end', { id }, stranger.cookie)).status).toBe(404);
		expect(await isIn(second)).toBe(true);
		await post('/studio/account?/end', { id }, person.cookie);
		expect([await isIn(second), await isIn(third)]).toEqual([false, true]);
		await post('/studio/account?/others', {}, person.cookie);
		expect([await isIn(third), await isIn(person.cookie)]).toEqual([false, true]);
		expect(await isIn(stranger.cookie)).toBe(true);
	});

	test('a new password ends the others; the old one is asked for', async () => {
		const person = await signedIn('viewer');
		const other = await cookieOf(person.address, PASSWORD);
		const fresh = 'quite another sentence';
		const wrong = await post(
			'/studio/account?/password',
			{ password: 'a wrong one here', newPassword: fresh },
			person.cookie
		);
		expect(await faultsOf(wrong)).toEqual([{ where: 'password', code: 'wrong-password' }]);
		await post('/studio/account?/password', { password: PASSWORD, newPassword: fresh }, person.cookie);
		expect([await isIn(person.cookie), await isIn(other)]).toEqual([true, false]);
		expect(await isIn(await cookieOf(person.address, fresh))).toBe(true);
	});

	test('a new address has to answer first; then all sessions end', async () => {
		const person = await signedIn('viewer');
		const address = 'moved@example.org';
		const asked = await post('/studio/account?/address', { address, password: PASSWORD }, person.cookie);
		expect(went(asked)).toEqual([303, '/studio/account?done=address-mailed']);
		expect((await post('/studio/sign-in', { address, password: PASSWORD })).status).toBe(422);
		const path = await mailedPath();
		expect(mails.mails[0]?.to).toEqual([address]);
		expect(went(await post(path))).toEqual([303, '/studio/sign-in?done=address']);
		expect(went(await post(path))).toEqual([303, path]);
		expect(await isIn(person.cookie)).toBe(false);
		expect(await isIn(await cookieOf(address, PASSWORD))).toBe(true);
	});

	test('an address that somebody has is taken from nobody, and nobody is told', async () => {
		const [person, holder] = [await signedIn('viewer'), await signedIn('viewer')];
		const asked = await post(
			'/studio/account?/address',
			{ address: holder.address, password: PASSWORD },
			person.cookie
		);
		expect(went(asked)).toEqual([303, '/studio/account?done=address-mailed']);
		await doneOf('mail');
		expect(mails.mails).toEqual([]);
	});
});

describe('roles', () => {
	test('a new role and being disabled end the sessions; enabled again, they sign in anew', async () => {
		const [owner, person] = [await signedIn('owner'), await signedIn('viewer')];
		await post('/studio/people?/role', { id: person.id, role: 'marketer' }, owner.cookie);
		expect(await isIn(person.cookie)).toBe(false);
		const again = await cookieOf(person.address, PASSWORD);
		expect(await (await get('/studio', again)).json()).toMatchObject({ person: { role: 'marketer' } });
		await post('/studio/people?/disable', { id: person.id }, owner.cookie);
		expect(await isIn(again)).toBe(false);
		const refused = await post('/studio/sign-in', { address: person.address, password: PASSWORD });
		expect([refused.status, await faultsOf(refused)]).toEqual([422, [{ where: '', code: 'refused' }]]);
		await post('/studio/people?/enable', { id: person.id }, owner.cookie);
		expect(await isIn(await cookieOf(person.address, PASSWORD))).toBe(true);
	});

	test('somebody always owns the studio, also when two leave at once', async () => {
		const db = await database();
		await db.updateTable('users').set({ role: 'viewer' }).where('role', '=', 'owner').execute();
		const [one, other] = [await signedIn('owner'), await signedIn('owner')];
		const both = await Promise.all([disable('command', one.id), changeRole('command', other.id, 'viewer')]);
		expect(both.toSorted()).toEqual(['done', 'last-owner']);
		const owners = await db
			.selectFrom('users')
			.select('id')
			.where('role', '=', 'owner')
			.where('disabledAt', 'is', null)
			.execute();
		expect(owners).toHaveLength(1);
		const [left] = owners;
		const last = left?.id === one.id ? one : other;
		for (const [action, fields] of [
			['disable', {}],
			['role', { role: 'viewer' }]
		] as const) {
			const refused = await post(`/studio/people?/${action}`, { id: last.id, ...fields }, last.cookie);
			expect([refused.status, await faultsOf(refused)]).toEqual([409, [{ where: '', code: 'last-owner' }]]);
		}
	});
});

test('the audit log pages through everything once, by action and actor, without addresses', async () => {
	const owner = await signedIn('owner');
	for (let n = 0; n < 60; n += 1) await post('/studio/account?/name', { name: `Name ${n}` }, owner.cookie);
	type Page = { entries: { id: string; at: string; action: string }[]; next: string | null };
	const page = async (query: Record<string, string>) =>
		(await (await get(`/studio/audit?${new URLSearchParams(query).toString()}`, owner.cookie)).json()) as Page;
	const filter = { actor: `person ${owner.id}`, action: 'person.renamed' };
	const first = await page(filter);
	const second = await page({ ...filter, after: first.next ?? '' });
	expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 10, null]);
	const all = [...first.entries, ...second.entries];
	expect(new Set(all.map(({ id }) => id)).size).toBe(60);
	expect(all.map(({ at }) => at)).toEqual(
		all
			.map(({ at }) => at)
			.toSorted()
			.toReversed()
	);
	const rows = await (await database()).selectFrom('audit').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain('@');
});
