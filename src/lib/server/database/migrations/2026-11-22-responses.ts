// Frozen: instruments in use, responses pinned to them, their revisions and keys, and what was erased.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('instruments')
		.addColumn('hash', 'text', (column) => column.primaryKey().notNull())
		.addColumn('id', 'text', (column) => column.notNull())
		.addColumn('version', 'text', (column) => column.notNull())
		.addColumn('compiled', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.execute();

	await db.schema
		.createTable('responses')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('version', 'text', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull().references('instruments.hash'))
		.addColumn('locale', 'text')
		.addColumn('campaign', 'text')
		.addColumn('invitation', 'text')
		.addColumn('source', 'text', (column) => column.notNull())
		.addColumn('timing', 'text', (column) => column.notNull())
		.addColumn('answers', 'text', (column) => column.notNull())
		.addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('open', 'completed')`))
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('edit_key', 'text', (column) => column.notNull())
		.addColumn('generation', 'integer', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('updated_at', 'text', (column) => column.notNull())
		.addColumn('completed_at', 'text')
		.execute();

	await db.schema
		.createTable('revisions')
		.addColumn('response', 'text', (column) => column.notNull().references('responses.id').onDelete('cascade'))
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull().references('instruments.hash'))
		.addColumn('answers', 'text', (column) => column.notNull())
		.addColumn('completed_at', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('revisions_key', ['response', 'revision'])
		.execute();

	await db.schema
		.createTable('keys')
		.addColumn('hash', 'text', (column) => column.primaryKey().notNull())
		.addColumn('response', 'text', (column) => column.notNull().references('responses.id').onDelete('cascade'))
		.addColumn('purpose', 'text', (column) => column.notNull().check(sql`purpose in ('owner', 'share', 'resume')`))
		.addColumn('scope', 'text', (column) => column.notNull().check(sql`scope in ('whole', 'company')`))
		.addColumn('generation', 'integer', (column) => column.notNull())
		.addColumn('label', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('revoked_at', 'text')
		.addUniqueConstraint('keys_generation', ['response', 'purpose', 'generation'])
		.execute();

	await db.schema
		.createTable('erased')
		.addColumn('response', 'text', (column) => column.primaryKey().notNull())
		.addColumn('erased_at', 'text', (column) => column.notNull())
		.execute();
}
