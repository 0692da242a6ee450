// Frozen: what waits to be sent or done, whose address belongs to which response, who wants no mail, and request counts.
import { PostgresAdapter, sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('outbox')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('destination', 'text', (column) => column.notNull())
		.addColumn('response', 'text')
		.addColumn('payload', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('waiting', 'sent', 'dead')`))
		.addColumn('attempts', 'integer', (column) => column.notNull())
		.addColumn('due_at', 'text', (column) => column.notNull())
		.addColumn('lease', 'text')
		.addColumn('leased_until', 'text')
		.addColumn('error', 'text')
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('settled_at', 'text')
		.execute();
	await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'due_at']).execute();
	await db.schema.createIndex('outbox_response').on('outbox').column('response').execute();

	await db.schema
		.createTable('contacts')
		.addColumn('response', 'text', (column) => column.notNull().references('responses.id').onDelete('cascade'))
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('contacts_key', ['response', 'address'])
		.execute();
	await db.schema.createIndex('contacts_address').on('contacts').column('address').execute();

	await db.schema
		.createTable('refusals')
		.addColumn('address', 'text', (column) => column.primaryKey().notNull())
		.addColumn('refused_at', 'text', (column) => column.notNull())
		.execute();

	await db.schema
		.createTable('limits')
		.addColumn('key', 'text', (column) => column.primaryKey().notNull())
		.addColumn('points', 'integer', (column) => column.notNull())
		.addColumn('expire', 'bigint')
		.execute();
	// Counts of the last minute need not outlive a crash, and so wait for no disk.
	if (db.getExecutor().adapter instanceof PostgresAdapter) await sql`alter table limits set unlogged`.execute(db);
}
