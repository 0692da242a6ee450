// Programs of several ages that start on one PostgreSQL: one brings it up to date, after a backup; an older one stays out.
import { join } from 'node:path';
import type { Kysely, Migration } from 'kysely';
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest';
import { stage } from '#lib/server/backup/stage.ts';
import { CannotStart } from '#lib/server/cannot-start.ts';
import type { Connection } from '#lib/server/database/connection.ts';
import { closeDatabase, connection } from '#lib/server/database/database.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { openPostgres } from '#lib/server/database/postgres.ts';
import { takeOver } from '#lib/server/database/takeover.ts';
import { env } from '#lib/server/env.ts';
import { newDatabase } from '../support/postgres.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let url: string;
const open: Connection[] = [];

beforeEach(async () => {
	url = await newDatabase(inject('postgres'));
});

afterEach(async () => {
	for (const each of open.splice(0)) await each.close();
});

async function opened(): Promise<Connection> {
	const made = await openPostgres(url);
	open.push(made);
	return made;
}

/** What a program does when it starts. */
const start = async (
	known: Readonly<Record<string, Migration>>,
	backup: (name: string) => unknown = () => undefined
) => {
	const made = await opened();
	await made.migrating((db) => migrate(db, known, backup));
	return made;
};

const older = Object.fromEntries(Object.entries(migrations).slice(0, 2));

const tablesOf = async ({ db }: Connection) => (await db.introspection.getTables()).map(({ name }) => name);

const next = { up: (db: Kysely<unknown>) => db.schema.createTable('next').addColumn('id', 'text').execute() };

test('several at once on one that holds something: one backup, one migration, all of them up', async () => {
	await start(older);
	const backups: string[] = [];
	const all = await Promise.all(
		Array.from({ length: 4 }, () => start({ ...migrations, '9999-01-01-next': next }, (name) => backups.push(name)))
	);
	expect(backups).toEqual(['before-2026-11-23-outbox']);
	for (const each of all) expect(await tablesOf(each)).toContain('next');
});

test('the backup before it is whole, and of the age before', async () => {
	const made = await start(older);
	await made.db.insertInto('erased').values({ response: 'ab', erased_at: 'then' }).execute();
	process.env['DATABASE_URL'] = url;
	// The settings of this process were not read before.
	expect(env().database).toBe(url);
	await connection();
	await closeDatabase();
	const {
		connection: copy,
		head,
		remove
	} = await stage(join(env().dataDir, 'before-2026-11-23-outbox.backup'), world.folder);
	expect(head.migrations).toEqual(Object.keys(older));
	expect(await copy.db.selectFrom('erased').select('response').execute()).toEqual([{ response: 'ab' }]);
	await remove();
});

test('an older program refuses what a newer one has changed', async () => {
	await start({ ...migrations, '9999-01-01-next': next });
	await expect(start(migrations)).rejects.toThrow(CannotStart);
	await expect(start(migrations)).rejects.toThrow(/written by a newer Bellwether \(9999-01-01-next\)/);
});

test('a migration that fails leaves nothing behind, nor those before it of the same start', async () => {
	const made = await start(older);
	const before = await tablesOf(made);
	const failing: Migration = {
		async up(db: Kysely<unknown>) {
			await next.up(db);
			throw new Error('no');
		}
	};
	await expect(start({ ...migrations, '9999-01-01-failing': failing })).rejects.toThrow('no');
	expect(await tablesOf(made)).toEqual(before);
	expect(await tablesOf(await start(migrations))).toContain('outbox');
});

test('a backup that fails holds the migration back', async () => {
	const made = await start(older);
	const full = () => Promise.reject(new Error('the disk is full'));
	await expect(start(migrations, full)).rejects.toThrow('the disk is full');
	expect(await tablesOf(made)).not.toContain('outbox');
});

test('a restore keeps servers out while it lasts, and stays out while one runs', async () => {
	const server = await openPostgres(url, { alone: true });
	await expect(takeOver(url)).rejects.toThrow(/A server is running on this database/);
	await server.close();
	const restoring = await takeOver(url);
	let isUp = false;
	const starting = openPostgres(url, { alone: true }).then((made) => {
		isUp = true;
		return made;
	});
	// It has asked for the lock, and waits for it.
	const waiting = async () =>
		restoring.found?.db
			.withTables<{ pg_locks: { locktype: string; granted: boolean } }>()
			.selectFrom('pg_locks')
			.select('granted')
			.where('locktype', '=', 'advisory')
			.where('granted', '=', false)
			.execute();
	await expect.poll(async () => (await waiting())?.length).toBe(1);
	expect(isUp).toBe(false);
	await restoring.release();
	await (await starting).close();
	expect(isUp).toBe(true);
});
