// Changes that arrive together → one transaction, so that they wait for the disk once. Each may fail by itself.
import type { Database } from 'better-sqlite3';
import type { Kysely, Transaction } from 'kysely';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import type { Schema } from './schema.ts';

/** A group is never so large that the last of it waits long for the others. */
const MOST = 100;

/** In milliseconds: how long another program may hold the database before changes are refused, and between two tries. */
const PATIENCE = 5000;
const PAUSE = 50;

type Change = {
	/** Gives what to do once the group is on the disk. */
	readonly run: (db: Transaction<Schema>) => Promise<() => void>;
	readonly reject: (reason: unknown) => void;
};

export class GroupCommit {
	readonly #db: Kysely<Schema>;
	readonly #raw: Database;
	readonly #waiting: Change[] = [];
	#running: Promise<void> | null = null;

	constructor(db: Kysely<Schema>, raw: Database) {
		this.#db = db;
		this.#raw = raw;
	}

	change<Result>(work: (db: Transaction<Schema>) => Promise<Result>): Promise<Result> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ run: (db) => this.#apart(db, work, resolve, reject), reject });
			this.#running ??= this.#run().finally(() => (this.#running = null));
		});
	}

	/** Waits for every change that was asked for. */
	async idle(): Promise<void> {
		await this.#running;
	}

	async #run(): Promise<void> {
		while (this.#waiting.length > 0) {
			// Requests that the system has handed over already belong to the same group.
			await setImmediate();
			await this.#commit(this.#waiting.splice(0, MOST));
		}
	}

	async #commit(group: readonly Change[]): Promise<void> {
		let settle: (() => void)[] = [];
		try {
			await patient(() =>
				this.#db.transaction().execute(async (db) => {
					settle = [];
					for (const { run } of group) settle.push(await run(db));
				})
			);
		} catch (error) {
			for (const { reject } of group) reject(error);
			return;
		}
		for (const told of settle) told();
	}

	/** Undoes one change that fails, and leaves the others of its group alone. */
	async #apart<Result>(
		db: Transaction<Schema>,
		work: (db: Transaction<Schema>) => Promise<Result>,
		resolve: (result: Result) => void,
		reject: (reason: unknown) => void
	): Promise<() => void> {
		this.#raw.exec('savepoint apart');
		try {
			const result = await work(db);
			this.#raw.exec('release apart');
			return () => resolve(result);
		} catch (error) {
			// A full disk has rolled back the whole group.
			if (!this.#raw.inTransaction) throw error;
			this.#raw.exec('rollback to apart; release apart');
			return () => reject(error);
		}
	}
}

/** Waits between the tries, not in them: whoever only reads is served meanwhile. Nothing has run where it was busy. */
async function patient(once: () => Promise<void>): Promise<void> {
	for (const until = performance.now() + PATIENCE; performance.now() < until; await pause(PAUSE)) {
		try {
			return await once();
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error;
		}
	}
	return once();
}
