// What every database offers to the rest of the program, whichever product it is.
import { PostgresAdapter, type Kysely, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** The database, or a transaction on it. */
export type Db = Kysely<Schema> | Transaction<Schema>;

/** Whether its rows are locked one by one. It need not be the database that the server has open. */
export const locksRows = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

export type ChangeOptions = {
	/** Done twice it does the same as once, so that it may be done again where nobody knows whether it was. */
	readonly repeatable: boolean;
};

export type Connection = {
	readonly db: Kysely<Schema>;
	/**
	 * Runs `work` in a transaction, alone among those with the same name. Once this resolves, what was written survives
	 * a crash and a power cut; if it rejects for any reason but `work`'s own, nobody should be told that it was kept.
	 */
	readonly change: <Result>(
		name: string,
		work: (db: Transaction<Schema>) => Promise<Result>,
		options?: ChangeOptions
	) => Promise<Result>;
	/** Reads everything as it was at one moment, while others go on writing. */
	readonly snapshot: <Result>(read: (db: Kysely<Schema>) => Promise<Result>) => Promise<Result>;
	/** Runs what changes the tables themselves: one process after the other, each with all the time that it needs. */
	readonly migrating: <Result>(work: (db: Kysely<Schema>) => Promise<Result>) => Promise<Result>;
	/** Several processes may share it: what only one of them may do has to be claimed in it. */
	readonly isShared: boolean;
	/** Whether it can be asked anything now. */
	readonly isAnswering: () => Promise<boolean>;
	/** What it takes on the disk. */
	readonly bytes: () => Promise<number>;
	/** Takes what was deleted out of the log as well. */
	readonly tidy: () => void;
	/** Writes a whole copy beside the database; null where only the database's own programs can. */
	readonly copy: ((name: string) => string) | null;
	readonly close: () => Promise<void>;
};
