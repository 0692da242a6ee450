// A database file → a connection that has committed once it says so. The only file that names SQLite.
import Sqlite from 'better-sqlite3';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely';
import { CannotStart } from '../cannot-start.ts';
import type { Schema } from './schema.ts';

export type Connection = {
	readonly db: Kysely<Schema>;
	readonly isAnswering: () => boolean;
	/** Takes what was deleted out of the log as well. */
	readonly tidy: () => void;
	/** Writes a whole copy beside the database and gives its path. */
	readonly copy: (name: string) => string;
	readonly close: () => Promise<void>;
};

/** Each is set and then read back: [name, value to set, value that must come back]. */
const pragmas = [
	['busy_timeout', '5000', 5000],
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
export function connect(file: string, { alone }: { readonly alone: boolean }): Connection {
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
	const db = new Kysely<Schema>({ dialect: new Dialect({ database: raw }) });
	return {
		db,
		isAnswering() {
			try {
				return raw.open && raw.prepare('select 1 from instruments limit 1').all().length >= 0;
			} catch {
				return false;
			}
		},
		tidy: () => void raw.pragma('wal_checkpoint(truncate)'),
		copy(name) {
			const target = `${file}.${name}`;
			rmSync(target, { force: true });
			raw.prepare('vacuum into ?').run(target);
			return target;
		},
		async close() {
			await db.destroy();
			raw.close();
			lock?.close();
		}
	};
}

/** The disk is full or failing, or another program holds the database: trying again later may work. */
export function isOutage(error: unknown): boolean {
	return (
		error instanceof Sqlite.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|NOMEM)/.test(error.code)
	);
}

function opened(file: string): Sqlite.Database {
	try {
		return new Sqlite(file);
	} catch (error) {
		throw new CannotStart(`${file}: the database cannot be opened: ${error instanceof Error ? error.message : ''}`);
	}
}

function locked(file: string): Sqlite.Database {
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

type Config = { readonly database: Sqlite.Database };

/** Takes the write lock at the start of a transaction: one that reads first could not be given it later. */
class Driver extends SqliteDriver {
	readonly #raw: Sqlite.Database;

	constructor(config: Config) {
		super(config);
		this.#raw = config.database;
	}

	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	/** A full disk has rolled back already; failing here would hide why. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
	}
}

class Adapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

class Dialect extends SqliteDialect {
	readonly #config: Config;

	constructor(config: Config) {
		super(config);
		this.#config = config;
	}

	override createDriver(): Driver {
		return new Driver(this.#config);
	}

	override createAdapter(): Adapter {
		return new Adapter();
	}
}
