// The database: durable as asserted, one server a file, brought up to date or refused.
import Sqlite from 'better-sqlite3';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql, type Kysely, type Migration } from 'kysely';
import { CannotStart } from '#lib/server/cannot-start.ts';
import { isOutage } from '#lib/server/database/connect.ts';
import type { Connection } from '#lib/server/database/connection.ts';
import { openSqlite } from '#lib/server/database/sqlite.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';

let folder: string;
let file: string;
const open: Connection[] = [];

function opened(alone = false): ReturnType<typeof openSqlite> {
	const connection = openSqlite(file, { alone });
	open.push(connection);
	return connection;
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'bellwether-db-'));
	file = join(folder, 'kept', 'bellwether.db');
});

afterEach(async () => {
	for (const connection of open.splice(0)) await connection.close();
	rmSync(folder, { recursive: true });
});

const valueOf = async (connection: Connection, pragma: string): Promise<unknown> => {
	const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${pragma}`)}`.execute(connection.db);
	return Object.values(rows[0] ?? {})[0];
};

test.each([
	['journal_mode', 'wal'],
	['synchronous', 2],
	['foreign_keys', 1],
	['mmap_size', 0],
	['secure_delete', 1]
])('%s is %s', async (pragma, value) => {
	expect(await valueOf(opened(), pragma)).toBe(value);
});

describe('one server a file', () => {
	test('a second one is refused and told what to do', () => {
		opened(true);
		expect(() => opened(true)).toThrow(/another server is running on this database. Stop it, or set DATA_DIR/);
	});

	test('a command may run beside it', async () => {
		const server = opened(true);
		await migrate(server.db, migrations, () => {});
		const command = opened();
		expect(await command.db.selectFrom('responses').selectAll().execute()).toEqual([]);
	});

	test('the next one may start when the first has ended', async () => {
		await opened(true).close();
		open.length = 0;
		expect(() => opened(true)).not.toThrow();
	});
});

describe('migrations', () => {
	const next = {
		'9999-01-01-next': { up: (db: Kysely<unknown>) => db.schema.createTable('next').addColumn('id', 'text').execute() }
	};

	test('run once, without a backup of nothing', async () => {
		const { db } = opened();
		const backups: string[] = [];
		await migrate(db, migrations, (name) => backups.push(name));
		await migrate(db, migrations, (name) => backups.push(name));
		expect(backups).toEqual([]);
		expect(await db.selectFrom('responses').selectAll().execute()).toEqual([]);
	});

	test('a whole copy is made before an existing database is changed', async () => {
		const { db, copy } = opened();
		await migrate(db, migrations, copy);
		await db.insertInto('erased').values({ response: 'x', erased_at: 'y' }).execute();
		await migrate(db, { ...migrations, ...next }, copy);
		const backup = new Sqlite(`${file}.before-9999-01-01-next`, { readonly: true });
		expect(backup.prepare('select response from erased').pluck().all()).toEqual(['x']);
		backup.close();
	});

	test('a step that fails leaves nothing behind', async () => {
		const { db, copy } = opened();
		await migrate(db, migrations, copy);
		const failing: Migration = {
			async up(inner) {
				await inner.schema.createTable('half').addColumn('id', 'text').execute();
				throw new Error('no');
			}
		};
		await expect(migrate(db, { ...migrations, '9999-01-01-failing': failing }, copy)).rejects.toThrow('no');
		expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('half');
		await migrate(db, { ...migrations, ...next }, copy);
		expect((await db.introspection.getTables()).map(({ name }) => name)).toContain('next');
	});

	test('an older program refuses a newer database', async () => {
		const { db, copy } = opened();
		await migrate(db, { ...migrations, ...next }, copy);
		const refused = migrate(db, migrations, copy);
		await expect(refused).rejects.toThrow(CannotStart);
		await expect(refused).rejects.toThrow(/written by a newer Bellwether \(9999-01-01-next\)/);
	});
});

test('a full disk is an outage, told as what it is, and over when there is room', async () => {
	const { db } = opened();
	await migrate(db, migrations, () => {});
	const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
	await sql`${sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 1}`)}`.execute(db);
	const write = () =>
		db.transaction().execute(async (tx) => {
			await tx.insertInto('erased').values({ response: 'small', erased_at: '' }).execute();
			await tx
				.insertInto('erased')
				.values({ response: 'large', erased_at: 'x'.repeat(100_000) })
				.execute();
		});
	const error: unknown = await write().catch((caught: unknown) => caught);
	expect(isOutage(error)).toBe(true);
	expect(await db.selectFrom('erased').selectAll().execute()).toEqual([]);
	await sql`pragma max_page_count = 100000`.execute(db);
	await write();
	expect(await db.selectFrom('erased').select('response').execute()).toHaveLength(2);
});

test('what cannot be opened is said', () => {
	const nowhere = join(folder, 'a-folder.db');
	openSqlite(join(nowhere, 'x.db'), { alone: false });
	expect(existsSync(nowhere)).toBe(true);
	expect(() => openSqlite(nowhere, { alone: false })).toThrow(CannotStart);
});
