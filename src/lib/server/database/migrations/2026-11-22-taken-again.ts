// Frozen: which response one was taken again from, and the answers that its owner wants to be able to give next time.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('responses')
		.addColumn('previous', 'text', (column) => column.references('responses.id').onDelete('set null'))
		.execute();

	await db.schema.createIndex('responses_previous').on('responses').column('previous').execute();

	await db.schema
		.createTable('targets')
		.addColumn('response', 'text', (column) =>
			column.primaryKey().notNull().references('responses.id').onDelete('cascade')
		)
		.addColumn('answers', 'text', (column) => column.notNull())
		.addColumn('saved_at', 'text', (column) => column.notNull())
		.execute();
}
