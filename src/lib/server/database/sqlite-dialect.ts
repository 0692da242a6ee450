// How Kysely speaks to a database file: statements compiled once, transactions that take the write lock at their start.
import type Sqlite from 'better-sqlite3';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDatabase
} from 'kysely';
import { Recent } from '../recent.ts';

/** Compiles each statement once: the same few are asked for again and again. */
function remembering(raw: Sqlite.Database): SqliteDatabase {
	const statements = new Recent<Sqlite.Statement>(200);
	return {
		close: () => void raw.close(),
		prepare(text) {
			const known = statements.get(text) ?? raw.prepare(text);
			statements.set(text, known);
			return known;
		}
	};
}

/** Takes the write lock at the start of a transaction: one that reads first could not be given it later. */
class Driver extends SqliteDriver {
	readonly #raw: Sqlite.Database;

	constructor(raw: Sqlite.Database) {
		super({ database: remembering(raw) });
		this.#raw = raw;
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

export class Dialect extends SqliteDialect {
	readonly #raw: Sqlite.Database;

	constructor(raw: Sqlite.Database) {
		super({ database: raw });
		this.#raw = raw;
	}

	override createDriver(): Driver {
		return new Driver(this.#raw);
	}

	override createAdapter(): Adapter {
		return new Adapter();
	}
}
