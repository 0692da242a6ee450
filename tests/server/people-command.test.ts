// `bellwether user`: lets people in by links beside a server that holds the database, and keeps them out again.
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase } from '#lib/server/database/database.ts';
import { ending } from '../../src/cli/output.ts';
import { addUser, disableUser, listUsers, resetPassword } from '../../src/cli/user.ts';
import { cookieOf, signedIn } from '../support/signed-in.ts';
import { call, makeWorld, ORIGIN } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let printed = { out: '', err: '' };
beforeEach(() => {
	printed = { out: '', err: '' };
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))));
});
afterEach(() => {
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

/** Runs a command as main.ts does, in a process that has not opened the database; gives the exit status. */
async function status(run: () => Promise<void>): Promise<number> {
	await closeDatabase();
	process.exitCode = undefined;
	printed = { out: '', err: '' };
	await ending(run);
	return Number(process.exitCode ?? 0);
}

const here = { 'sec-fetch-site': 'same-origin' };
const pathIn = (text: string): string => new RegExp(`^${ORIGIN}(/studio/\\S+)$`, 'm').exec(text)?.[1] ?? '';

test('a link makes a person, a second one their new password, and being disabled keeps them out', async () => {
	const [address, first, second] = ['cli@example.org', 'seven green umbrellas', 'quite another sentence'];
	expect(await status(() => addUser('CLI@example.org', { role: 'owner' }))).toBe(0);
	const join = { body: new URLSearchParams({ name: 'Cleo', password: first }), headers: here };
	expect((await call('POST', pathIn(printed.out), join)).headers.get('location')).toBe('/studio');
	expect(await status(() => addUser(address, { role: 'viewer' }))).toBe(1);
	expect(printed.err).toMatch(/^cli@example\.org: known-person: expected /);

	expect(await status(() => resetPassword(address, { dropSecondFactor: true }))).toBe(0);
	expect(printed.out).not.toContain(second);
	const anew = { body: new URLSearchParams({ password: second }), headers: here };
	expect((await call('POST', pathIn(printed.out), anew)).headers.get('location')).toBe('/studio/sign-in?done=password');
	expect(await cookieOf(address, second)).not.toBe('');

	expect(await status(() => disableUser(address))).toBe(1);
	expect(printed.err).toContain('last-owner');
	await signedIn('owner');
	expect(await status(() => disableUser(address))).toBe(0);
	await expect(cookieOf(address, second)).rejects.toThrow('not signed in: 422');

	expect(await status(() => listUsers({ json: true }))).toBe(0);
	const rows = JSON.parse(printed.out) as { email: string; role: string; disabledAt: string | null }[];
	expect(rows.find(({ email }) => email === address)).toMatchObject({
		role: 'owner',
		disabledAt: expect.any(String) as string
	});
	expect(printed.out).not.toMatch(/password|token|hash/i);
});

test.each([
	['an address that is none', () => addUser('nobody', { role: 'viewer' }), 2],
	['a role that is none', () => addUser('a@example.org', { role: 'root' }), 2],
	['somebody unknown, to disable', () => disableUser('unknown@example.org'), 1],
	['somebody unknown, to reset', () => resetPassword('unknown@example.org', {}), 1]
])('%s', async (_what, run, expected) => {
	expect(await status(run)).toBe(expected);
	expect(printed.err.trim().split('\n')).toHaveLength(1);
	expect(printed.out).toBe('');
});
