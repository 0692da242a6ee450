// Changes that are asked for together: written with one wait for the disk, and each still by itself.
import Sqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '#lib/server/database/connection.ts';
import { isOutage } from '#lib/server/database/connect.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { openSqlite } from '#lib/server/database/sqlite.ts';

let folder: string;
let connection: ReturnType<typeof openSqlite>;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'bellwether-group-'));
	connection = openSqlite(join(folder, 'a.db'), { alone: true });
	await migrate(connection.db, migrations, () => {});
});

afterEach(async () => {
	await connection.close();
	rmSync(folder, { recursive: true });
});

const put =
	(name: string, text = '') =>
	(db: Db) =>
		db.insertInto('erased').values({ response: name, erased_at: text }).execute();

const kept = async (): Promise<string[]> =>
	(await connection.db.selectFrom('erased').select('response').orderBy('response').execute()).map(
		({ response }) => response
	);

/** How many transactions the log of the database has taken: the last frame of each carries the size of the file. */
async function commitsOf(work: () => Promise<unknown>): Promise<number> {
	const version = async () =>
		(await sql<{ data_version: number }>`pragma data_version`.execute(reader.db)).rows[0]?.data_version ?? 0;
	const reader = openSqlite(join(folder, 'a.db'), { alone: false });
	const before = await version();
	await work();
	const after = await version();
	await reader.close();
	return after - before;
}

test('fifty at once are kept, with fewer commits than changes', async () => {
	const names = Array.from({ length: 50 }, (_, at) => `r${String(at).padStart(2, '0')}`);
	const commits = await commitsOf(() => Promise.all(names.map((name) => connection.change(name, put(name)))));
	expect(await kept()).toEqual(names);
	expect(commits).toBe(1);
});

test('one that fails is undone and told; its neighbours are kept', async () => {
	const results = await Promise.allSettled([
		connection.change('a', put('a')),
		connection.change('b', async (db) => {
			await put('b')(db);
			throw new Error('no');
		}),
		connection.change('c', put('c'))
	]);
	expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(await kept()).toEqual(['a', 'c']);
});

test('nobody is told before the disk has it', async () => {
	const seen: string[][] = [];
	const reader = openSqlite(join(folder, 'a.db'), { alone: false });
	const look = async () =>
		void seen.push((await reader.db.selectFrom('erased').select('response').execute()).map(({ response }) => response));
	await Promise.all(['a', 'b'].map((name) => connection.change(name, put(name)).then(look)));
	await reader.close();
	expect(seen).toEqual([
		['a', 'b'],
		['a', 'b']
	]);
});

test('a full disk refuses the whole group as an outage, keeps none of it, and is over when there is room', async () => {
	const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(connection.db);
	const pages = (most: number) => sql`${sql.raw(`pragma max_page_count = ${most}`)}`.execute(connection.db);
	await pages((rows[0]?.page_count ?? 0) + 1);
	const all = () =>
		Promise.allSettled(['a', 'b', 'c'].map((name) => connection.change(name, put(name, 'x'.repeat(50_000)))));
	const refused = (await all()).map((result) => (result.status === 'rejected' ? isOutage(result.reason) : result));
	expect(refused).toEqual([true, true, true]);
	expect(await kept()).toEqual([]);
	await pages(1_000_000);
	await all();
	expect(await kept()).toEqual(['a', 'b', 'c']);
});

test('while another program writes, whoever reads is served, and a change waits its turn', async () => {
	const other = new Sqlite(join(folder, 'a.db'));
	other.exec('begin immediate');
	const asked = connection.change('a', put('a'));
	// Longer than SQLite itself would wait.
	for (const until = performance.now() + 500; performance.now() < until;) expect(await kept()).toEqual([]);
	other.exec('rollback');
	other.close();
	await asked;
	expect(await kept()).toEqual(['a']);
});

test('what one has written the next one of its group sees', async () => {
	const counts = await Promise.all(
		['a', 'b', 'c'].map((name) =>
			connection.change(name, async (db) => {
				await put(name)(db);
				return (await db.selectFrom('erased').select('response').execute()).length;
			})
		)
	);
	expect(counts).toEqual([1, 2, 3]);
});

test('closing waits for what was asked for', async () => {
	const asked = connection.change('a', put('a'));
	await connection.close();
	await asked;
	connection = openSqlite(join(folder, 'a.db'), { alone: true });
	expect(await kept()).toEqual(['a']);
});
