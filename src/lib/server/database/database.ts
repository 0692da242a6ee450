// The one database of this process, opened and brought up to date at the first use.
import type { Kysely, Transaction } from 'kysely';
import { join } from 'node:path';
import { committed } from '../announce.ts';
import { writeBackup } from '../backup/write.ts';
import { env } from '../env.ts';
import { connect } from './connect.ts';
import type { ChangeOptions, Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

export type { Db } from './connection.ts';

declare global {
	/** Kept here and not in this module: development loads modules again, and the lock must survive that. */
	var bellwetherDatabase: Promise<Connection> | undefined;
}

/** A command opens it beside the server, which alone takes the lock. */
async function open(alone: boolean): Promise<Connection> {
	const connection = await connect(env().database, { alone });
	try {
		const copy = connection.copy ?? ((name) => writeBackup(connection, join(env().dataDir, `${name}.backup`)));
		await connection.migrating((db) => migrate(db, migrations, copy));
		return connection;
	} catch (error) {
		await connection.close();
		throw error;
	}
}

/** The connection of this process. */
export function connection(alone = true): Promise<Connection> {
	const opening = (globalThis.bellwetherDatabase ??= open(alone));
	opening.catch(() => (globalThis.bellwetherDatabase = undefined));
	return opening;
}

/** For reading, and for writing with a single statement. */
export const database = async (): Promise<Kysely<Schema>> => (await connection()).db;

/** Changes what belongs to one name, such as a response's id, alone and all at once. See `Connection.change`. */
export async function change<Result>(
	name: string,
	work: (db: Transaction<Schema>) => Promise<Result>,
	options?: ChangeOptions
): Promise<Result> {
	let used: Transaction<Schema> | undefined;
	const result = await (
		await connection()
	).change(
		name,
		(db) => {
			used = db;
			return work(db);
		},
		options
	);
	committed(used);
	return result;
}

/** Whether it can be asked anything now. */
export const isAnswering = async (): Promise<boolean> => (await connection()).isAnswering();

/** After deleting: nothing of it stays behind in the log. */
export const tidyDatabase = async (): Promise<void> => (await connection()).tidy();

/** Waits for what is under way; a later use opens it again. */
export async function closeDatabase(): Promise<void> {
	const opening = globalThis.bellwetherDatabase;
	globalThis.bellwetherDatabase = undefined;
	await (await opening?.catch(() => undefined))?.close();
}
