// Frozen: what the study of a benchmark says, verified addresses and their companies, traps, and what a database is for.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('studies')
		.addColumn('edition', 'text', (column) => column.primaryKey().notNull().references('editions.id'))
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('document', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('study_tallies')
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('counted', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('study_tallies_key', ['instrument', 'major'])
		.execute();
	// Whom each group holds, and whom it held whenever it was told, by fingerprints.
	await db.schema
		.alterTable('tallies')
		.addColumn('members', 'text', (column) => column.notNull().defaultTo('null'))
		.execute();
	await db.schema
		.createTable('tellings')
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('stamp', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('members', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('tellings_key', ['instrument', 'major', 'stamp', 'name'])
		.execute();
	await db.schema
		.createTable('installation')
		.addColumn('name', 'text', (column) => column.primaryKey().notNull())
		.addColumn('value', 'text', (column) => column.notNull())
		.execute();
	await db.schema.alterTable('editions').addColumn('signer', 'text').execute();
	await db.schema.alterTable('revisions').addColumn('edition_before', 'text').execute();
	await db.schema.alterTable('revisions').addColumn('published', 'text').execute();
	await db.schema.alterTable('contacts').addColumn('company', 'text').execute();
	await db.schema.alterTable('contacts').addColumn('verified_at', 'text').execute();
	await db.schema
		.alterTable('responses')
		.addColumn('trap', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
	// The reviewer's list, how many count, and how long others took: each without reading what was answered.
	await sql`create index contributions_flagged on contributions (instrument, major, at, id)
		where flags <> '[]' or ruling is not null`.execute(db);
	await sql`create index contributions_eligible on contributions (instrument, major) where eligible = 1`.execute(db);
	// What the next count has, without a look at the rest.
	await sql`create index contributions_counted on contributions (instrument, major, counted_in)`.execute(db);
	await sql`create index contributions_withdrawn on contributions (instrument, major)
		where response is null and eligible = 0`.execute(db);
	await sql`create index contributions_timed on contributions (instrument, version, at, seconds)
		where seconds is not null`.execute(db);
}
