// A PostgreSQL server that goes away and comes back, connections that are cut, and processes that share it.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { isOutage } from '#lib/server/database/connect.ts';
import type { Connection } from '#lib/server/database/connection.ts';
import { closeDatabase } from '#lib/server/database/database.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { openPostgres } from '#lib/server/database/postgres.ts';
import { waitToSave } from '#lib/server/limits.ts';
import { log } from '#lib/server/log.ts';
import { newCluster, newDatabase, type Cluster } from '../support/postgres.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

// Each cut connection is told of, and here hundreds are cut on purpose.
log.level = 'silent';

const open: Connection[] = [];

async function connected(url: string): Promise<Connection> {
	const connection = await openPostgres(url);
	open.push(connection);
	return connection;
}

afterAll(() => Promise.all(open.map((connection) => connection.close())));

const cut = (connection: Connection) =>
	sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`.execute(
		connection.db
	);

test('two processes that start at once migrate once, and both are ready', async () => {
	const url = await newDatabase(inject('postgres'));
	const both = [await connected(url), await connected(url)];
	await Promise.all(both.map(({ db }) => migrate(db, migrations, () => {})));
	for (const connection of both) expect(await connection.isAnswering()).toBe(true);
	const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
		both[0]?.db as Connection['db']
	);
	expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
});

describe('changes of several processes', () => {
	let one: Connection;
	let other: Connection;

	beforeAll(async () => {
		const url = await newDatabase(inject('postgres'));
		[one, other] = [await connected(url), await connected(url)];
		await migrate(one.db, migrations, () => {});
		await one.db.insertInto('limits').values({ key: 'n', points: 0, expire: null }).execute();
	});

	const points = async () =>
		(await one.db.selectFrom('limits').select('points').where('key', '=', 'n').executeTakeFirstOrThrow()).points;

	test('of one name never overlap', async () => {
		const before = await points();
		const add = (connection: Connection) =>
			connection.change('n', async (db) => {
				const { points } = await db
					.selectFrom('limits')
					.select('points')
					.where('key', '=', 'n')
					.executeTakeFirstOrThrow();
				await db
					.updateTable('limits')
					.set({ points: points + 1 })
					.where('key', '=', 'n')
					.execute();
			});
		await Promise.all(Array.from({ length: 40 }, (_, at) => add(at % 2 ? one : other)));
		expect(await points()).toBe(before + 40);
	});

	test('are counted together: whoever was refused by one is refused by the other', async () => {
		const through = (connection: Connection) => void (globalThis.bellwetherDatabase = Promise.resolve(connection));
		const waits: number[] = [];
		for (let turn = 0; turn < 302; turn += 1) {
			through(turn % 2 === 0 ? one : other);
			waits.push(await waitToSave('a response', 'an address'));
		}
		globalThis.bellwetherDatabase = undefined;
		expect(waits.slice(0, 300).every((seconds) => seconds === 0)).toBe(true);
		expect(waits.slice(300).every((seconds) => seconds > 0 && seconds <= 60)).toBe(true);
	});

	test('after a lost connection only what may be done twice is done again', async () => {
		for (const repeatable of [true, false]) {
			let tries = 0;
			const result = one.change(
				'x',
				async () => {
					tries += 1;
					if (tries === 1) await cut(other);
					return sql`select 1`.execute(one.db).then(() => 'done');
				},
				{ repeatable }
			);
			const end = await result.catch((error: unknown) => (isOutage(error) ? 'outage' : error));
			expect([end, tries]).toEqual(repeatable ? ['done', 2] : ['outage', 1]);
		}
	});
});

test('a server that does not wait for its disk is refused', async () => {
	const url = await newDatabase(inject('postgres'));
	const admin = await connected(inject('postgres'));
	const { rows } = await sql<{ fsync: string }>`show fsync`.execute(admin.db);
	expect(rows[0]?.fsync).toBe('on');
	await sql`alter system set full_page_writes = off`.execute(admin.db);
	await sql`select pg_reload_conf()`.execute(admin.db);
	const refused = async () => (await openPostgres(url)).close().then(() => '', String);
	await expect.poll(() => refused().catch(String)).toMatch(/expected full_page_writes = on, found off/);
	await sql`alter system reset full_page_writes`.execute(admin.db);
	await sql`select pg_reload_conf()`.execute(admin.db);
	await expect.poll(() => refused().catch(String)).toBe('');
});

test('an address where nothing is says so, without the password', async () => {
	await expect(openPostgres('postgres://me:hidden@127.0.0.1:1/x')).rejects.toThrow(
		/^postgres:\/\/127\.0\.0\.1:1\/x: the database cannot be reached: (?!.*hidden)/
	);
});

describe('a restart of the server', () => {
	let cluster: Cluster;
	let world: ReturnType<typeof makeWorld>;

	beforeAll(async () => {
		cluster = await newCluster();
		world = makeWorld({ DATABASE_URL: await newDatabase(cluster.url) });
	});

	afterAll(async () => {
		await closeDatabase();
		await world.stop();
		await cluster.remove();
	});

	test('while it is away: 503 and not ready; afterwards all goes on, and what was acknowledged is there', async () => {
		const [id, key] = [newId(), newKey()];
		const path = `/api/v1/responses/${id}`;
		expect((await call('PUT', path, { key, json: saving({ role: ['seller', 1] }) })).status).toBe(200);
		await cluster.stop();
		const refused = await call('PUT', path, { key, json: saving({ role: ['other', 2] }) });
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
		expect((await call('GET', '/readyz')).status).toBe(503);
		expect((await call('GET', '/healthz')).status).toBe(200);
		expect((await call('GET', '/metrics')).status).toBe(200);
		await cluster.start();
		expect((await call('GET', '/readyz')).status).toBe(200);
		expect(await (await call('GET', path, { key })).json()).toMatchObject({ answers: { role: { value: 'seller' } } });
		expect((await call('PUT', path, { key, json: saving({ role: ['other', 2] }) })).status).toBe(200);
	});

	test('a save under way during a short restart is retried, not refused', async () => {
		const [id, key] = [newId(), newKey()];
		const path = `/api/v1/responses/${id}`;
		await call('PUT', path, { key, json: saving({ role: ['seller', 1] }) });
		await cluster.stop();
		const under = call('PUT', path, { key, json: saving({ role: ['other', 2] }) });
		await pause(20);
		await cluster.start();
		expect((await under).status).toBe(200);
	});
});
