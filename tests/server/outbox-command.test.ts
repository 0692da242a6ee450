// `bellwether outbox`, beside a server that holds the database: what it lists, what it sends again, how it ends.
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, connection } from '#lib/server/database/database.ts';
import { connect } from '#lib/server/database/connect.ts';
import type { Connection } from '#lib/server/database/connection.ts';
import { env } from '#lib/server/env.ts';
import { post } from '#lib/server/outbox.ts';
import { listOutbox, replayOutbox } from '../../src/cli/outbox.ts';
import { ending } from '../../src/cli/output.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
let server: Connection;
let printed: { out: string; err: string };

beforeEach(async () => {
	await connection();
	await closeDatabase();
	server = await connect(env().database, { alone: true });
	await server.db.deleteFrom('outbox').execute();
	const put = (id: string, destination: string, state: 'waiting' | 'sent' | 'dead') =>
		server.db.transaction().execute(async (db) => {
			await post(db, { id, kind: 'mail', destination, payload: { secret: 'text' } });
			await db.updateTable('outbox').set({ state, attempts: 10, error: 'SMTP 550\nno' }).where('id', '=', id).execute();
		});
	await put('one', 'jo.doe@example.org', 'dead');
	await put('two', 'https://hooks.example.org/secret/path?token=1', 'dead');
	await put('three', 'ann@example.org', 'waiting');
	await put('four', '', 'sent');
	printed = { out: '', err: '' };
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))));
});

afterEach(async () => {
	vi.restoreAllMocks();
	process.exitCode = undefined;
	await server.close();
});

afterAll(() => world.stop());

/** Runs a command as main.ts does, and gives the exit status. */
async function status(run: () => Promise<void>): Promise<number> {
	process.exitCode = undefined;
	await ending(run);
	expect(globalThis.bellwetherDatabase).toBeUndefined();
	return Number(process.exitCode ?? 0);
}

const states = async (): Promise<Record<string, string>> =>
	Object.fromEntries(
		(await server.db.selectFrom('outbox').select(['id', 'state']).execute()).map(({ id, state }) => [id, state])
	);

describe('list', () => {
	test('a table, a row a line, with addresses that nobody can write to', async () => {
		expect(await status(() => listOutbox({ limit: '1000' }))).toBe(0);
		const lines = printed.out.trimEnd().split('\n');
		expect(lines).toHaveLength(5);
		expect(lines[0]).toMatch(/^id +kind +to +state +tries +when +error$/);
		expect(lines.find((line) => line.startsWith('one'))).toMatch(
			/^one +mail +j…@example\.org +dead +10 +\S+Z +SMTP 550 no$/
		);
		expect(lines.find((line) => line.startsWith('two'))).toContain(' https://hooks.example.org/… ');
		expect(lines.find((line) => line.startsWith('three'))).toMatch(/ waiting +10 +due \S+Z/);
		expect(printed.out).not.toMatch(/jo\.doe|ann@|token|text/);
		expect(printed.err).toBe('');
	});

	test('of one state, as JSON', async () => {
		expect(await status(() => listOutbox({ state: 'dead', limit: '9', json: true }))).toBe(0);
		const rows = JSON.parse(printed.out) as Record<string, unknown>[];
		expect(rows.map(({ id }) => id).toSorted()).toEqual(['one', 'two']);
		expect(rows.find(({ id }) => id === 'one')).toMatchObject({ destination: 'j…@example.org', state: 'dead' });
		expect(printed.out).not.toMatch(/jo\.doe|token|text/);
	});

	test('no more than was asked for, and it says so', async () => {
		expect(await status(() => listOutbox({ limit: '2', json: true }))).toBe(0);
		expect(JSON.parse(printed.out)).toHaveLength(2);
		expect(printed.err).toBe('These are the newest 2; --limit shows more.\n');
	});

	test.each([{ state: 'gone', limit: '9' }, { limit: '0' }, { limit: 'all' }])('wrong usage: %o', async (options) => {
		expect(await status(() => listOutbox(options))).toBe(2);
		expect([printed.out, printed.err.slice(0, 14)]).toEqual(['', 'bellwether: --']);
	});
});

describe('replay', () => {
	test('some, by id', async () => {
		expect(await status(() => replayOutbox(['one', 'three'], {}))).toBe(0);
		expect(printed.out).toBe('2 will be tried again at once.\n');
		expect(await states()).toEqual({ one: 'waiting', two: 'dead', three: 'waiting', four: 'sent' });
	});

	test('all that are dead', async () => {
		expect(await status(() => replayOutbox([], { dead: true }))).toBe(0);
		expect(await states()).toEqual({ one: 'waiting', two: 'waiting', three: 'waiting', four: 'sent' });
	});

	test('what cannot be is named, and the rest is done', async () => {
		expect(await status(() => replayOutbox(['one', 'four', 'five'], {}))).toBe(1);
		expect(printed.out).toBe('1 will be tried again at once.\n');
		expect(printed.err.match(/^outbox (four|five): not-replayable: expected .*list\.$/gm)).toHaveLength(2);
		expect((await states())['one']).toBe('waiting');
	});

	test.each([
		[[], {}],
		[['one'], { dead: true }]
	])('wrong usage: %o %o', async (ids, options) => {
		expect(await status(() => replayOutbox(ids, options))).toBe(2);
		expect((await states())['one']).toBe('dead');
	});
});
