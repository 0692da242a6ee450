// Frozen: clients, engagements with the people invited, what is released to the client, meetings and their actions.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('clients')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('created_by', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.execute();

	await db.schema
		.createTable('engagements')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('client', 'text', (column) => column.notNull().references('clients.id'))
		.addColumn('instrument', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('settings', 'text', (column) => column.notNull())
		.addColumn('promise', 'text', (column) => column.notNull().check(sql`promise in ('named', 'anonymous')`))
		.addColumn('frozen_at', 'text')
		.addColumn('deadline', 'text')
		.addColumn('open_generation', 'integer', (column) => column.notNull().defaultTo(1))
		.addColumn('previous', 'text', (column) => column.references('engagements.id').onDelete('set null'))
		.addColumn('owner', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('updated_at', 'text', (column) => column.notNull())
		.addColumn('closed_at', 'text')
		.addColumn('deleted_at', 'text')
		.execute();
	await db.schema.createIndex('engagements_client').on('engagements').columns(['client', 'created_at']).execute();

	await db.schema
		.createTable('engagement_colleagues')
		.addColumn('engagement', 'text', (column) => column.notNull().references('engagements.id').onDelete('cascade'))
		.addColumn('person', 'text', (column) => column.notNull())
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('engagement_colleagues_key', ['engagement', 'person'])
		.execute();

	await db.schema
		.createTable('invitees')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('engagement', 'text', (column) => column.notNull().references('engagements.id').onDelete('cascade'))
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('address', 'text', (column) => column.notNull())
		.addColumn('role', 'text')
		.addColumn('via', 'text', (column) => column.notNull().check(sql`via in ('invitation', 'open link')`))
		.addColumn('hash', 'text', (column) => column.notNull())
		.addColumn('generation', 'integer', (column) => column.notNull())
		.addColumn('response', 'text', (column) => column.references('responses.id').onDelete('set null'))
		.addColumn('begun_at', 'text')
		.addColumn('completed_at', 'text')
		.addColumn('invited_at', 'text')
		.addColumn('reminded_at', 'text')
		.addColumn('declined_at', 'text')
		.addColumn('removed_at', 'text')
		.addColumn('replaced_by', 'text')
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addUniqueConstraint('invitees_hash', ['hash'])
		.execute();
	await db.schema.createIndex('invitees_engagement').on('invitees').columns(['engagement', 'created_at']).execute();
	await db.schema.createIndex('invitees_response').on('invitees').column('response').execute();

	await db.schema
		.createTable('company_reports')
		.addColumn('engagement', 'text', (column) =>
			column.primaryKey().notNull().references('engagements.id').onDelete('cascade')
		)
		.addColumn('edits', 'text', (column) => column.notNull())
		.addColumn('introduction', 'text', (column) => column.notNull())
		.addColumn('recommendations', 'text', (column) => column.notNull())
		.addColumn('updated_by', 'text', (column) => column.notNull())
		.addColumn('updated_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('releases')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('engagement', 'text', (column) => column.notNull().references('engagements.id').onDelete('cascade'))
		.addColumn('document', 'text', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull())
		.addColumn('token', 'text', (column) => column.notNull())
		.addColumn('released_by', 'text', (column) => column.notNull())
		.addColumn('released_at', 'text', (column) => column.notNull())
		.addColumn('withdrawn_by', 'text')
		.addColumn('withdrawn_at', 'text')
		.addUniqueConstraint('releases_token', ['token'])
		.execute();
	await db.schema.createIndex('releases_engagement').on('releases').columns(['engagement', 'released_at']).execute();
	await db.schema
		.createTable('release_voices')
		.addColumn('release', 'text', (column) => column.notNull().references('releases.id').onDelete('cascade'))
		.addColumn('at', 'integer', (column) => column.notNull())
		.addColumn('response', 'text', (column) => column.references('responses.id').onDelete('set null'))
		.addColumn('role_group', 'text')
		.addPrimaryKeyConstraint('release_voices_key', ['release', 'at'])
		.execute();
	await db.schema.createIndex('release_voices_response').on('release_voices').column('response').execute();

	await db.schema
		.createTable('meetings')
		.addColumn('engagement', 'text', (column) =>
			column.primaryKey().notNull().references('engagements.id').onDelete('cascade')
		)
		.addColumn('held_on', 'text')
		.addColumn('notes', 'text', (column) => column.notNull())
		.addColumn('told', 'text', (column) => column.notNull())
		.addColumn('agreed', 'text', (column) => column.notNull())
		.addColumn('decisions', 'text', (column) => column.notNull())
		.addColumn('again_on', 'text')
		.addColumn('sent_at', 'text')
		.addColumn('updated_by', 'text', (column) => column.notNull())
		.addColumn('updated_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('actions')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('engagement', 'text', (column) => column.notNull().references('engagements.id').onDelete('cascade'))
		.addColumn('what', 'text', (column) => column.notNull())
		.addColumn('owner', 'text', (column) => column.notNull())
		.addColumn('due_on', 'text')
		.addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('open', 'done', 'dropped')`))
		.addColumn('reminded_on', 'text')
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('updated_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('actions_engagement').on('actions').columns(['engagement', 'created_at']).execute();
	await db.schema
		.createTable('summaries')
		.addColumn('id', 'text', (column) => column.primaryKey().notNull())
		.addColumn('engagement', 'text', (column) => column.notNull().references('engagements.id').onDelete('cascade'))
		.addColumn('document', 'text', (column) => column.notNull())
		.addColumn('made_on', 'text', (column) => column.notNull())
		.addColumn('sent_by', 'text', (column) => column.notNull())
		.addColumn('sent_at', 'text', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('summaries_engagement').on('summaries').columns(['engagement', 'sent_at']).execute();
}
