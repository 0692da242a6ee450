// The one database of this process, opened and brought up to date at the first use.
import type { Kysely, Transaction } from 'kysely';
import { env } from '../env.ts';
import { connect, type Connection } from './connect.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** The database, or a transaction on it. */
export type Db = Kysely<Schema> | Transaction<Schema>;

declare global {
	/** Kept here and not in this module: development loads modules again, and the lock must survive that. */
	var bellwetherDatabase: Promise<Connection> | undefined;
}

async function open(): Promise<Connection> {
	const connection = connect(env().database, { alone: true });
	try {
		await migrate(connection.db, migrations, connection.copy);
		return connection;
	} catch (error) {
		await connection.close();
		throw error;
	}
}

function connection(): Promise<Connection> {
	const opening = (globalThis.bellwetherDatabase ??= open());
	opening.catch(() => (globalThis.bellwetherDatabase = undefined));
	return opening;
}

export const database = async (): Promise<Kysely<Schema>> => (await connection()).db;

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
