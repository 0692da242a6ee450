// A database file that a backup is put into, to see whether it is whole: what only such a file can be asked.
import { sql, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Rows may come before those that they refer to: `faultsIn` looks at that afterwards. */
export async function uncheckedLinks(db: Kysely<Schema>): Promise<void> {
	await sql`pragma foreign_keys = off`.execute(db);
}

/** What the database finds wrong with itself; from now on it refuses rows that refer to nothing. */
export async function faultsIn(db: Kysely<Schema>): Promise<readonly string[]> {
	await sql`pragma foreign_keys = on`.execute(db);
	const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
	const links = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
	return [
		...integrity.rows.flatMap(({ integrity_check }) => (integrity_check === 'ok' ? [] : [integrity_check])),
		...links.rows.map(({ table, parent }) => `a row of ${table} that refers to none of ${parent}`)
	];
}
