// The tables that are kept, each after those that it refers to, and their rows, whatever the age of the database.
import { sql, type Kysely } from 'kysely';
import type { Db } from './connection.ts';
import type { Schema } from './schema.ts';

export type Row = Readonly<Record<string, string | number | null>>;

export type Table = {
	readonly name: keyof Schema;
	/** What tells one row from another. */
	readonly key: readonly string[];
	/** How many are held in memory at once. */
	readonly page: number;
	/** A column that refers to another row of the same table. */
	readonly own?: string;
};

/** All but `limits`: what was asked for in the last minute need not outlive it. */
export const tables: readonly Table[] = [
	{ name: 'instruments', key: ['hash'], page: 4 },
	{ name: 'responses', key: ['id'], page: 100, own: 'previous' },
	{ name: 'revisions', key: ['response', 'revision'], page: 100 },
	{ name: 'keys', key: ['hash'], page: 500 },
	{ name: 'erased', key: ['response'], page: 500 },
	{ name: 'targets', key: ['response'], page: 100 },
	{ name: 'outbox', key: ['id'], page: 100 },
	{ name: 'contacts', key: ['response', 'address'], page: 500 },
	{ name: 'refusals', key: ['address'], page: 500 },
	{ name: 'users', key: ['id'], page: 100 },
	{ name: 'sessions', key: ['id'], page: 100 },
	{ name: 'accounts', key: ['id'], page: 100 },
	{ name: 'two_factors', key: ['id'], page: 100 },
	{ name: 'verifications', key: ['id'], page: 100 },
	{ name: 'invitations', key: ['id'], page: 100 },
	{ name: 'audit', key: ['id'], page: 500 },
	{ name: 'campaigns', key: ['id'], page: 10 },
	{ name: 'visits', key: ['campaign', 'day', 'source'], page: 500 },
	{ name: 'leads', key: ['response'], page: 100 },
	{ name: 'lead_words', key: ['word', 'response'], page: 500 },
	{ name: 'activities', key: ['id'], page: 500 },
	{ name: 'webhooks', key: ['id'], page: 100 },
	{ name: 'deliveries', key: ['id'], page: 500 },
	{ name: 'api_keys', key: ['id'], page: 100 },
	{ name: 'contributions', key: ['id'], page: 500 },
	{ name: 'benchmarks', key: ['instrument', 'major'], page: 100 },
	{ name: 'tallies', key: ['instrument', 'major', 'name'], page: 100 },
	{ name: 'tellings', key: ['instrument', 'major', 'stamp', 'name'], page: 100 },
	{ name: 'editions', key: ['id'], page: 4 },
	{ name: 'studies', key: ['edition'], page: 4 },
	{ name: 'study_tallies', key: ['instrument', 'major'], page: 4 },
	{ name: 'installation', key: ['name'], page: 100 },
	{ name: 'clients', key: ['id'], page: 500 },
	{ name: 'engagements', key: ['id'], page: 100, own: 'previous' },
	{ name: 'engagement_colleagues', key: ['engagement', 'person'], page: 500 },
	{ name: 'invitees', key: ['id'], page: 500 },
	{ name: 'company_reports', key: ['engagement'], page: 10 },
	{ name: 'releases', key: ['id'], page: 4 },
	{ name: 'release_voices', key: ['release', 'at'], page: 500 },
	{ name: 'meetings', key: ['engagement'], page: 100 },
	{ name: 'actions', key: ['id'], page: 500 },
	{ name: 'summaries', key: ['id'], page: 10 }
];

/** Those that this database has: one that was not brought up to date yet may lack some. */
export async function tablesIn(db: Db): Promise<readonly Table[]> {
	const found = new Set((await db.introspection.getTables()).map(({ name }) => name));
	return tables.filter(({ name }) => found.has(name));
}

/** What a server that nobody has used yet writes by itself. */
const HARMLESS = new Set<string>([
	'instruments',
	'outbox',
	'benchmarks',
	'tallies',
	'tellings',
	'study_tallies',
	'installation'
]);

/** Whether there is anything that somebody has done: an answer, a person, a campaign, an edition. */
export async function holdsAnything(db: Db): Promise<boolean> {
	for (const { name } of await tablesIn(db)) {
		if (HARMLESS.has(name)) continue;
		const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
		if (rows.length > 0) return true;
	}
	return false;
}

/** Deletes all rows but those of what the database is for. */
export async function emptyTables(db: Db): Promise<void> {
	for (const { name } of [...(await tablesIn(db))].reverse())
		if (name !== 'installation') await sql`delete from ${sql.table(name)}`.execute(db);
	await sql`delete from limits`.execute(db);
}

/** The rows of a table, a page at a time, in the order of its key. */
export async function* pagesOf(db: Db, { name, key, page }: Table): AsyncGenerator<readonly Row[]> {
	const columns = sql.join(key.map((column) => sql.ref(column)));
	let after = sql``;
	for (;;) {
		const { rows } =
			await sql<Row>`select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(page)}`.execute(db);
		const last = rows.at(-1);
		if (last === undefined) return;
		yield rows;
		after = sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
	}
}

/** Puts rows into a table. They all have the same columns. */
export async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
	const columns = Object.keys(rows[0] ?? {});
	if (columns.length === 0) return;
	const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
	const named = sql.join(columns.map((column) => sql.ref(column)));
	await sql`insert into ${sql.table(table)} (${named}) values ${sql.join(values)}`.execute(db);
}

/** Copies every row of every table from one database into another that has none, table by table. */
export async function copyRows(from: Kysely<Schema>, to: Db): Promise<void> {
	for (const table of tables) {
		const { own } = table;
		for await (const rows of pagesOf(from, table))
			await insertRows(to, table.name, own === undefined ? rows : rows.map((row) => ({ ...row, [own]: null })));
		if (own !== undefined) await copyOwn(from, to, table, own);
	}
}

/** What a row refers to in its own table may come after it: that is written once all are there. */
async function copyOwn(from: Kysely<Schema>, to: Db, table: Table, own: string): Promise<void> {
	const [key = ''] = table.key;
	for await (const rows of pagesOf(from, table)) {
		for (const row of rows) {
			if (row[own] === null) continue;
			await sql`update ${sql.table(table.name)} set ${sql.ref(own)} = ${row[own]} where ${sql.ref(key)} = ${row[key]}`.execute(
				to
			);
		}
	}
}
