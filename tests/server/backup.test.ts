// Backups: made beside a server under load, refused when a byte is wrong, restored to the byte, rotated.
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restore } from '#lib/server/backup/restore.ts';
import { stage, type Staged } from '#lib/server/backup/stage.ts';
import { Unsound } from '#lib/server/backup/unsound.ts';
import { writeBackup } from '#lib/server/backup/write.ts';
import { CannotStart } from '#lib/server/cannot-start.ts';
import { connect } from '#lib/server/database/connect.ts';
import { closeDatabase, connection, database } from '#lib/server/database/database.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { pagesOf, tables, tablesIn, type Row } from '#lib/server/database/tables.ts';
import { env } from '#lib/server/env.ts';
import { makeBackup, restoreBackup, verifyBackup } from '../../src/cli/backup.ts';
import { doneOf } from '../support/doing.ts';
import { printed } from '../support/printed.ts';
import { reportOf, taken, type Taken } from '../support/taking.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
const file = join(world.folder, 'one.backup');
const data = () => env().dataDir;
let people: Taken[];

beforeAll(async () => {
	people = [await taken(), await taken({ role: ['other', 1], first: ['disagree', 2] })];
	const again = await call('POST', `/r/${people[0]?.owner}/again`);
	expect(again.status).toBe(200);
	await writeBackup(await connection(), file);
});

afterAll(() => world.stop());

async function staged<Result>(path: string, look: (staged: Staged) => Promise<Result>): Promise<Result> {
	const found = await stage(path, world.folder);
	try {
		return await look(found);
	} finally {
		await found.remove();
	}
}

const whyNot = async (path: string): Promise<string> =>
	staged(path, () => Promise.resolve('whole')).catch((error: unknown) =>
		error instanceof Unsound ? error.problem.code : String(error)
	);

describe('a backup', () => {
	test('holds every table but the counts of requests', async () => {
		const found = (await (await database()).introspection.getTables()).map(({ name }) => name);
		expect([...tables.map(({ name }) => name), 'limits'].toSorted()).toEqual(found.toSorted());
	});

	test('holds the rows as they are, and is for our eyes only', async () => {
		const db = await database();
		await staged(file, async ({ connection: { db: copy }, head }) => {
			expect(head.migrations).toEqual(Object.keys(migrations));
			for (const table of await tablesIn(db)) {
				const rows = async (from: typeof db) => {
					const all: Row[] = [];
					for await (const page of pagesOf(from, table)) all.push(...page);
					return all;
				};
				const byText = (all: readonly Row[]) =>
					all.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted();
				expect([table.name, byText(await rows(copy))]).toEqual([table.name, byText(await rows(db))]);
			}
			expect(await copy.selectFrom('responses').select('id').where('previous', 'is not', null).execute()).toHaveLength(
				1
			);
		});
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	test('is of one moment, and whoever answers need not wait for it', async () => {
		const { snapshot } = await connection();
		const [id, key] = [newId(), newKey()];
		const find = (db: Awaited<ReturnType<typeof database>>) =>
			db.selectFrom('responses').select('id').where('id', '=', id).execute();
		await snapshot(async (db) => {
			expect(await find(db)).toEqual([]);
			expect(
				(await call('PUT', `/api/v1/responses/${id}`, { key, json: saving({ role: ['seller', 1] }) })).status
			).toBe(200);
			expect(await find(db)).toEqual([]);
		});
		expect(await find(await database())).toEqual([{ id }]);
	});

	test('made while people answer holds every answer that was acknowledged before it began', async () => {
		const acknowledged = new Map<string, number>();
		let isOver = false;
		const answering = Array.from({ length: 4 }, async () => {
			const [id, key] = [newId(), newKey()];
			for (let at = 1; !isOver; at += 1) {
				const reply = await call('PUT', `/api/v1/responses/${id}`, { key, json: saving({ days: [at % 90, at] }) });
				if (reply.status === 200) acknowledged.set(id, at);
			}
		});
		await expect.poll(() => [...acknowledged.values()].filter((at) => at > 5).length).toBe(4);
		const before = new Map(acknowledged);
		const under = join(world.folder, 'under-load.backup');
		await writeBackup(await connection(), under);
		isOver = true;
		await Promise.all(answering);
		await staged(under, async ({ connection: { db } }) => {
			for (const [id, at] of before) {
				const { answers } = await db
					.selectFrom('responses')
					.select('answers')
					.where('id', '=', id)
					.executeTakeFirstOrThrow();
				expect((JSON.parse(answers) as { days: { at: number } }).days.at).toBeGreaterThanOrEqual(at);
			}
		});
	});
});

describe('refused is', () => {
	const spoiled = join(world.folder, 'spoiled.backup');
	const bytes = () => readFileSync(file);

	test('a file in which any byte was changed', async () => {
		const whole = bytes();
		const places = [
			...Array.from({ length: 50 }, () => randomInt(whole.length)),
			...Array.from({ length: 12 }, (_, at) => at),
			...Array.from({ length: 40 }, (_, at) => whole.length - 1 - at)
		];
		for (const place of places) {
			const other = Buffer.from(whole);
			other[place] = (other[place] ?? 0) ^ (1 << randomInt(8));
			writeFileSync(spoiled, other);
			expect([place, await whyNot(spoiled)]).toEqual([
				place,
				expect.stringMatching(/^(changed|truncated|not-a)-backup$/)
			]);
		}
	});

	test('a file that was cut off anywhere, or that goes on after its end', async () => {
		const whole = bytes();
		for (let round = 0; round < 50; round += 1) {
			const length = randomInt(whole.length);
			writeFileSync(spoiled, whole.subarray(0, length));
			expect([length, await whyNot(spoiled)]).toEqual([length, expect.stringMatching(/^(truncated|not-a)-backup$/)]);
		}
		for (const more of ['x', '\0', whole]) {
			writeFileSync(spoiled, Buffer.concat([whole, Buffer.from(more)]));
			expect(await whyNot(spoiled)).toMatch(/^(changed|truncated)-backup$/);
		}
	});

	test.each<[string, () => string | Buffer, string]>([
		['a text', () => 'hello', 'not-a-backup'],
		['nothing', () => '', 'truncated-backup'],
		['another gzip', () => gzipSync('{"hello":1}\n'), 'not-a-backup'],
		[
			'one of a newer format',
			() =>
				gzipSync('{"bellwether":"backup","format":2,"program":"9.0.0","migrations":[],"at":"2030-01-01T00:00:00Z"}\n'),
			'newer-backup'
		]
	])('%s', async (_name, content, code) => {
		writeFileSync(spoiled, content());
		expect(await whyNot(spoiled)).toBe(code);
	});

	test('one of a database that a newer program has changed', async () => {
		const made = await connect(pathToFileURL(join(world.folder, 'newer.db')).href, { alone: false });
		const next = { '9999-01-01-next': { up: () => Promise.resolve() } };
		await migrate(made.db, { ...migrations, ...next }, () => undefined);
		await writeBackup(made, spoiled);
		await made.close();
		expect(await whyNot(spoiled)).toBe('newer-backup');
	});

	test('and said in a line, with status 1, leaving nothing behind', async () => {
		writeFileSync(spoiled, bytes().subarray(0, -5));
		const { status, out, err } = await printed(() => verifyBackup(spoiled));
		expect([status, out]).toEqual([1, '']);
		expect(err).toBe(
			`${spoiled}: truncated-backup: expected a whole backup, found one whose end is missing or was changed. Use another one, and copy it again where it came from.\n`
		);
		expect(await printed(() => verifyBackup(join(world.folder, 'none')))).toMatchObject({
			status: 1,
			err: expect.stringMatching(
				/none: unreadable-file: expected a file that can be read, found none \(ENOENT\)/
			) as string
		});
		expect(readdirSync(data()).filter((name) => name.startsWith('restoring-'))).toEqual([]);
	});
});

describe('restored', () => {
	test('while a server runs: refused', async () => {
		await database();
		await expect(restore(file, { replace: true })).rejects.toThrow(CannotStart);
		await expect(restore(file, { replace: true })).rejects.toThrow(/server is running on this database/);
	});

	test('to the byte, the secret too, and only over responses if that is meant', async () => {
		const before = await Promise.all(people.map(reportOf));
		expect(before.map((text) => typeof text)).toEqual(['string', 'string']);
		const late = await taken();
		const secret = readFileSync(join(data(), 'secret'), 'utf8');
		await closeDatabase();
		writeFileSync(join(data(), 'secret'), 'x'.repeat(43));
		expect(await printed(() => restoreBackup(file, {}))).toEqual({
			status: 1,
			out: '',
			err: `${file}: database-in-use: expected a database without responses, found one that holds some, or cannot be read. Add --replace: what is there is set aside first.\n`
		});

		const { status, out, err } = await printed(() => restoreBackup(file, { replace: true }));
		expect([status, err]).toEqual([0, '']);
		expect(out).toMatch(/^Restored .*one\.backup of 20.*Z: 3 responses, \d+ rows in all\.\n/);
		expect(await Promise.all(people.map(reportOf))).toEqual(before);
		expect(await reportOf(late)).toBe(404);
		expect(readFileSync(join(data(), 'secret'), 'utf8')).toBe(secret);
		expect(statSync(join(data(), 'secret')).mode & 0o777).toBe(0o600);

		const aside = [...out.matchAll(/^What was there before is in (.+)\.$/gm)].map(([, path]) => path ?? '');
		expect(aside).toHaveLength(2);
		for (const path of aside) expect(existsSync(path)).toBe(true);
		expect(readFileSync(aside[1] ?? '', 'utf8')).toBe('x'.repeat(43));
		// What was set aside is of use: here as a file, there as a backup.
		const kept = aside[0] ?? '';
		const holds = (db: Awaited<ReturnType<typeof database>>) =>
			db.selectFrom('responses').select('id').where('id', '=', late.id).execute();
		if (kept.endsWith('.backup'))
			await staged(kept, async (each) => expect(await holds(each.connection.db)).toHaveLength(1));
		else {
			const old = await connect(pathToFileURL(kept).href, { alone: false });
			expect(await holds(old.db)).toHaveLength(1);
			await old.close();
		}
	});

	test('whoever was erased since does not come back, wherever that is known', async () => {
		const gone = [await taken(), await taken(), await taken()] as const;
		const stays = await taken();
		const old = join(world.folder, 'old.backup');
		await writeBackup(await connection(), old);
		for (const { owner } of gone.slice(0, 2))
			expect((await call('POST', `/r/${owner}/erase`, { json: { confirm: true } })).status).toBe(200);
		// The first is in the ledger, the second in the database only.
		expect(await doneOf('erasure', 1)).toHaveLength(1);
		await closeDatabase();
		expect(await restore(old, { replace: true })).toMatchObject({ erasedAgain: 2 });
		expect(await Promise.all([...gone, stays].map(reportOf))).toEqual([
			404,
			404,
			expect.any(String),
			expect.any(String)
		]);
		for (const { id, key } of gone.slice(0, 2))
			expect(
				(await call('PUT', `/api/v1/responses/${id}`, { key, json: saving({ role: ['seller', 9] }) })).status
			).toBe(404);
		// And it is the same the next time, from the ledger alone.
		await closeDatabase();
		expect(await restore(old, { replace: true })).toMatchObject({ erasedAgain: 2 });
	});

	test('from an older program it is brought up to date', async () => {
		const made = await connect(pathToFileURL(join(world.folder, 'older.db')).href, { alone: false });
		const [first = '', second = ''] = Object.keys(migrations);
		const known = Object.fromEntries(
			[first, second]
				.map((name) => [name, migrations[name]] as const)
				.filter(([, migration]) => migration !== undefined)
		);
		await migrate(made.db, known as typeof migrations, () => undefined);
		await made.db.insertInto('erased').values({ response: 'ab', erased_at: 'then' }).execute();
		const old = join(world.folder, 'older.backup');
		await writeBackup(made, old);
		await made.close();
		await closeDatabase();
		await restore(old, { replace: true });
		expect(
			await (await database()).selectFrom('erased').select('response').where('response', '=', 'ab').execute()
		).toHaveLength(1);
		expect(typeof (await reportOf(await taken()))).toBe('string');
	});

	// Only a database in a file can be a broken file.
	test.skipIf(process.env['DATABASE_URL'] !== undefined)('in the place of a file that is none any more', async () => {
		const url = env().database;
		await closeDatabase();
		writeFileSync(new URL(url), 'rubbish');
		await expect(restore(file, { replace: false })).rejects.toThrow(/cannot be read/);
		const { aside } = await restore(file, { replace: true });
		expect(readFileSync(aside[0] ?? '', 'utf8')).toBe('rubbish');
		expect(typeof (await reportOf(people[0] as Taken))).toBe('string');
	});
});

describe('the command', () => {
	const folder = join(world.folder, 'kept');

	test('names files in a folder by their time, and keeps as many as are wanted of its own', async () => {
		mkdirSync(folder);
		const names = [
			'bellwether-20200101T000000Z.backup',
			'bellwether-20210101T000000Z.backup',
			'mine.backup',
			'bellwether-x.backup'
		];
		for (const name of names) writeFileSync(join(folder, name), '');
		const { status, out } = await printed(() => makeBackup(folder, { keep: '2' }));
		expect(status).toBe(0);
		expect(out).toMatch(
			/^Wrote .*bellwether-20\d{6}T\d{6}Z\.backup: \d+ responses, \d+ rows in all\.\nDeleted bellwether-20200101T000000Z\.backup\.\n$/
		);
		const left = readdirSync(folder);
		expect(left).toHaveLength(4);
		expect(left).toEqual(expect.arrayContaining(names.slice(1)));
		const made = left.find((name) => !names.includes(name)) ?? '';
		expect(await printed(() => verifyBackup(join(folder, made)))).toMatchObject({
			status: 0,
			out: expect.stringContaining('is whole') as string
		});
	});

	test('what a command that was killed has left goes after a day, in both folders', async () => {
		const long = new Date('2026-01-01T00:00:00.000Z');
		const left = join(folder, 'bellwether-20260101T000000Z.backup.17.new');
		const fresh = join(folder, 'bellwether-20260101T000000Z.backup.18.new');
		const staging = join(data(), 'restoring-aB3xYz');
		for (const path of [left, fresh]) writeFileSync(path, 'half');
		mkdirSync(staging);
		for (const path of [left, staging]) utimesSync(path, long, long);
		expect((await printed(() => makeBackup(folder, { keep: '1' }))).status).toBe(0);
		expect((await printed(() => verifyBackup(file))).status).toBe(0);
		expect([left, fresh, staging].map((path) => existsSync(path))).toEqual([false, true, false]);
	});

	test.each(['0', '-1', 'x', '1.5'])('--keep %s is wrong usage', async (keep) => {
		expect((await printed(() => makeBackup(`${folder}/`, { keep }))).status).toBe(2);
	});

	test('--keep without a folder is wrong usage', async () => {
		expect((await printed(() => makeBackup(join(world.folder, 'x.backup'), { keep: '2' }))).status).toBe(2);
	});

	test('a file that cannot be written is said in a line', async () => {
		const { status, err } = await printed(() => makeBackup(join(file, 'below-a-file.backup'), {}));
		expect([status, err]).toEqual([1, expect.stringMatching(/below-a-file\.backup: unusable-file: E/)]);
	});

	test('an older one stays whole where the new one does not get to its end', async () => {
		const place = join(world.folder, 'ends-early');
		mkdirSync(place);
		const path = join(place, 'one.backup');
		const { snapshot } = await connection();
		await writeBackup({ snapshot }, path);
		const lost = new Error('the connection was lost');
		const failing = writeBackup(
			{ snapshot: (read) => snapshot((db) => read(db).then(() => Promise.reject(lost))) },
			path
		);
		await expect(failing).rejects.toThrow(lost);
		expect([readdirSync(place), await whyNot(path)]).toEqual([['one.backup'], 'whole']);
	});
});
