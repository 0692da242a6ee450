// What a database is for, as its mark says: real answers, or a demonstration in which everything is invented.
import type { Connection } from './database/connection.ts';
import { connection, type Db } from './database/database.ts';

const MARK = 'demonstration';

/** Asked once of each connection: what a database is for does not change while it is open. */
const known = new WeakMap<Connection, boolean>();

let isOpenOne = false;

/** Whether everything in this database is invented. Within a change `db` is asked. */
export async function isDemonstration(db?: Db): Promise<boolean> {
	if (db !== undefined) return (await noted(db, MARK)) !== null;
	const open = await connection();
	const found = known.get(open) ?? (await isMarked(open.db));
	known.set(open, found);
	return (isOpenOne = found);
}

/** The same where nobody can wait: as it was last told; a server asks before it answers anything. */
export const isKnownDemonstration = (): boolean => isOpenOne;

/** Whether a database, of any age, bears the mark. */
export async function isMarked(db: Db): Promise<boolean> {
	const tables = await db.introspection.getTables();
	if (!tables.some(({ name }) => name === 'installation')) return false;
	return (await noted(db, MARK)) !== null;
}

/** For ever: nothing takes the mark away but an end of all that is in the database. */
export async function mark(db: Db): Promise<void> {
	await db
		.insertInto('installation')
		.values({ name: MARK, value: '1' })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	known.delete(await connection());
}

/** What was noted about this installation under a name; null: nothing. */
export async function noted(db: Db, name: string): Promise<string | null> {
	const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst();
	return row?.value ?? null;
}

export async function note(db: Db, name: string, value: string): Promise<void> {
	await db
		.insertInto('installation')
		.values({ name, value })
		.onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
		.execute();
}
