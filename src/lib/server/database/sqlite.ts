// A database file → a connection that has committed once it says so.
import Sqlite from 'better-sqlite3';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { CannotStart } from '../cannot-start.ts';
import type { Connection } from './connection.ts';
import { GroupCommit } from './group-commit.ts';
import type { Schema } from './schema.ts';
import { Dialect } from './sqlite-dialect.ts';

/** Each is set and then read back: [name, value to set, value that must come back]. */
const pragmas = [
	// SQLite waits with the whole process, so not for long: the writer is patient by itself.
	['busy_timeout', '100', 100],
	['journal_mode', 'wal', 'wal'],
	['synchronous', 'full', 2],
	['foreign_keys', 'on', 1],
	['mmap_size', '0', 0],
	['secure_delete', 'on', 1]
] as const;

/** Versions before this one can corrupt a database in WAL mode. */
const OLDEST = '3.51.3';

/**
 * Opens a database file, made where it is missing. `alone` takes the lock of a server: a second one is refused with
 * `CannotStart`, and the operating system frees the lock with the process, however that ends.
 */
export function openSqlite(
	file: string,
	{ alone }: { readonly alone: boolean }
): Connection & { readonly copy: (name: string) => string } {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const lock = alone ? locked(file) : null;
	const raw = opened(file);
	try {
		assertVersion(raw);
		for (const [name, value, expected] of pragmas) {
			raw.pragma(`${name} = ${value}`);
			const found = raw.pragma(name, { simple: true });
			if (found !== expected) throw new CannotStart(`${file}: expected ${name} = ${expected}, found ${String(found)}.`);
		}
	} catch (error) {
		raw.close();
		lock?.close();
		throw error;
	}
	const db = new Kysely<Schema>({ dialect: new Dialect(raw) });
	const writer = new GroupCommit(db, raw);
	return {
		db,
		// One writer: whatever the name, it is alone.
		change: (_name, work) => writer.change(work),
		snapshot: (read) => snapshot(file, read),
		migrating: (work) => work(db),
		isShared: false,
		isAnswering: () => Promise.resolve(isAnswering(raw)),
		bytes: () => Promise.resolve(sizeOf(file) + sizeOf(`${file}-wal`)),
		tidy: () => void raw.pragma('wal_checkpoint(truncate)'),
		copy(name) {
			const target = `${file}.${name}`;
			rmSync(target, { force: true });
			raw.prepare('vacuum into ?').run(target);
			return target;
		},
		async close() {
			await writer.idle();
			await db.destroy();
			raw.close();
			lock?.close();
		}
	};
}

/** The disk is full or failing, or another program holds the database: trying again later may work. */
export const isSqliteOutage = (error: unknown): boolean =>
	error instanceof Sqlite.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|NOMEM)/.test(error.code);

/** The file as it is now, for as long as it is read: the writer goes on beside it. */
async function snapshot<Result>(file: string, read: (db: Kysely<Schema>) => Promise<Result>): Promise<Result> {
	const raw = opened(file, { readonly: true });
	const db = new Kysely<Schema>({ dialect: new Dialect(raw) });
	try {
		raw.pragma('busy_timeout = 5000');
		// The first look decides what is seen from then on.
		raw.exec('begin; select 1 from sqlite_schema');
		return await read(db);
	} finally {
		await db.destroy();
		raw.close();
	}
}

export function opened(file: string, options?: Sqlite.Options): Sqlite.Database {
	try {
		return new Sqlite(file, options);
	} catch (error) {
		throw new CannotStart(`${file}: the database cannot be opened: ${error instanceof Error ? error.message : ''}`);
	}
}

/** Takes the lock of a server. Throws `CannotStart` where another has it. */
export function locked(file: string): Sqlite.Database {
	const lock = opened(`${file}.lock`);
	try {
		lock.pragma('busy_timeout = 0');
		lock.exec('begin exclusive');
		return lock;
	} catch {
		lock.close();
		throw new CannotStart(
			`${file}: another server is running on this database. Stop it, or set DATA_DIR to another folder.`
		);
	}
}

function assertVersion(raw: Sqlite.Database): void {
	const found = String(raw.prepare('select sqlite_version()').pluck().get());
	if (found.localeCompare(OLDEST, 'en', { numeric: true }) >= 0) return;
	throw new CannotStart(`SQLite ${OLDEST} or newer is needed, found ${found}. Run npm ci again.`);
}

function isAnswering(raw: Sqlite.Database): boolean {
	try {
		return raw.open && raw.prepare('select 1 from instruments limit 1').all().length >= 0;
	} catch {
		return false;
	}
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
