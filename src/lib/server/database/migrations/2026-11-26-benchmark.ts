// Frozen: what each completed response adds to a benchmark, what was counted, the editions, and which one a report has.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('contributions')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('response', 'text', (column) => column.references('responses.id').onDelete('set null'))
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('version', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('company', 'text', (column) => column.notNull())
		.addColumn('person', 'text', (column) => column.notNull())
		.addColumn('at', 'text', (column) => column.notNull())
		.addColumn('dimensions', 'text', (column) => column.notNull())
		.addColumn('tenths', 'text', (column) => column.notNull())
		.addColumn('items', 'text', (column) => column.notNull())
		.addColumn('seconds', 'integer')
		.addColumn('flags', 'text', (column) => column.notNull())
		.addColumn('eligible', 'integer', (column) => column.notNull())
		.addColumn('ruling', 'text')
		.addColumn('reason', 'text')
		.addColumn('ruled_by', 'text')
		.addColumn('ruled_at', 'text')
		.addColumn('counted_in', 'text')
		.addColumn('counted_out', 'text')
		.execute();
	await db.schema.createIndex('contributions_response').on('contributions').column('response').execute();
	await db.schema
		.createIndex('contributions_company')
		.on('contributions')
		.columns(['instrument', 'major', 'company'])
		.execute();
	await db.schema
		.createIndex('contributions_at')
		.on('contributions')
		.columns(['instrument', 'major', 'at', 'id'])
		.execute();
	// What the next edition has to look at, and nothing else: it takes as long as there is news.
	await sql`create index contributions_news on contributions (instrument, major, company)
		where (eligible = 1 and (counted_in is null or counted_out is not null))
		or (eligible = 0 and counted_in is not null and counted_out is null)`.execute(db);

	await db.schema
		.createTable('benchmarks')
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('stamp', 'text', (column) => column.notNull())
		.addColumn('building', 'text')
		.addPrimaryKeyConstraint('benchmarks_key', ['instrument', 'major'])
		.execute();
	await db.schema
		.createTable('tallies')
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('counted', 'text', (column) => column.notNull())
		.addColumn('changed', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('tallies_key', ['instrument', 'major', 'name'])
		.execute();
	await db.schema
		.createTable('editions')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('major', 'integer', (column) => column.notNull())
		.addColumn('date', 'text', (column) => column.notNull())
		.addColumn('origin', 'text', (column) => column.notNull().check(sql`origin in ('own', 'imported')`))
		.addColumn('hash', 'text', (column) => column.notNull())
		.addColumn('document', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('editions_of').on('editions').columns(['instrument', 'major', 'created_at']).execute();
	await db.schema.alterTable('revisions').addColumn('edition', 'text').execute();
}
