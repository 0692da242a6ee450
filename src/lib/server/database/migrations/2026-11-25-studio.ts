// Frozen: people who sign in, what they did, campaigns, the leads that come of them, webhooks and API keys.
import { PostgresAdapter, sql, type CreateTableBuilder, type Kysely, type RawBuilder, type SqlBool } from 'kysely';

/** Tables of ours hold text, JSON in text, ISO 8601 times and whole numbers: the same on every database. */
function table(
	db: Kysely<unknown>,
	name: string,
	texts: readonly string[],
	optional: readonly string[]
): CreateTableBuilder<string, string> {
	let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
	for (const column of texts) builder = builder.addColumn(column, 'text', (each) => each.notNull());
	for (const column of optional) builder = builder.addColumn(column, 'text');
	return builder;
}

const index = (db: Kysely<unknown>, on: string, ...columns: readonly string[]): Promise<void> =>
	db.schema
		.createIndex([on, ...columns].join('_'))
		.on(on)
		.columns([...columns])
		.execute();

/** Of leads, under a name that is short enough, over all of them or over those few for which `only` holds. */
function leadIndex(
	db: Kysely<unknown>,
	name: string,
	columns: readonly string[],
	only?: RawBuilder<SqlBool>
): Promise<void> {
	const made = db.schema
		.createIndex(`leads_${name}`)
		.on('leads')
		.columns([...columns]);
	return (only === undefined ? made : made.where(only)).execute();
}

/** Words are looked for by how they begin: that needs the order of their bytes, not of a language. */
const bytes = (db: Kysely<unknown>) =>
	db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;

export async function up(db: Kysely<unknown>): Promise<void> {
	await people(db);
	await campaigns(db);
	await machines(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
	await table(db, 'users', ['id', 'name', 'email', 'role', 'createdAt', 'updatedAt'], ['image', 'disabledAt'])
		.addColumn('emailVerified', 'integer', (column) => column.notNull())
		.addColumn('twoFactorEnabled', 'integer')
		.addPrimaryKeyConstraint('users_key', ['id'])
		.addUniqueConstraint('users_email', ['email'])
		.execute();
	const owned = (name: string, texts: readonly string[], optional: readonly string[]) =>
		table(db, name, ['id', 'userId', ...texts], optional)
			.addPrimaryKeyConstraint(`${name}_key`, ['id'])
			.addForeignKeyConstraint(`${name}_user`, ['userId'], 'users', ['id'], (key) => key.onDelete('cascade'));
	await owned('sessions', ['expiresAt', 'token', 'createdAt', 'updatedAt'], ['ipAddress', 'userAgent'])
		.addUniqueConstraint('sessions_token', ['token'])
		.execute();
	await owned(
		'accounts',
		['accountId', 'providerId', 'createdAt', 'updatedAt'],
		['accessToken', 'refreshToken', 'idToken', 'accessTokenExpiresAt', 'refreshTokenExpiresAt', 'scope', 'password']
	).execute();
	await owned('two_factors', ['secret', 'backupCodes'], ['lockedUntil'])
		.addColumn('verified', 'integer')
		.addColumn('failedVerificationCount', 'integer')
		.execute();
	await table(db, 'verifications', ['id', 'identifier', 'value', 'expiresAt', 'createdAt', 'updatedAt'], [])
		.addPrimaryKeyConstraint('verifications_key', ['id'])
		.execute();
	for (const name of ['sessions', 'accounts', 'two_factors']) await index(db, name, 'userId');
	await index(db, 'verifications', 'identifier');

	await table(
		db,
		'invitations',
		['id', 'hash', 'address', 'role', 'invited_by', 'created_at', 'expires_at'],
		['accepted_at', 'revoked_at']
	)
		.addPrimaryKeyConstraint('invitations_key', ['id'])
		.addUniqueConstraint('invitations_hash', ['hash'])
		.execute();
	await table(db, 'audit', ['id', 'at', 'actor', 'action', 'subject', 'detail'], [])
		.addPrimaryKeyConstraint('audit_key', ['id'])
		.execute();
	await index(db, 'audit', 'at', 'id');
}

async function campaigns(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('responses')
		.addColumn('is_test', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
	await index(db, 'responses', 'campaign', 'created_at', 'id');
	// Counted by version without looking at a single row.
	await index(db, 'responses', 'instrument', 'hash', 'is_test', 'state');

	await table(
		db,
		'campaigns',
		['id', 'instrument', 'name', 'settings', 'created_by', 'created_at', 'updated_at'],
		['opens_at', 'closes_at', 'deleted_at']
	)
		.addColumn('is_published', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('campaigns_key', ['id'])
		.execute();
	await table(db, 'visits', ['campaign', 'day', 'source'], [])
		.addColumn('seen', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('visits_key', ['campaign', 'day', 'source'])
		.execute();

	await table(
		db,
		'leads',
		['response', 'campaign', 'instrument', 'name', 'address', 'company', 'role', 'fields', 'consents', 'source'],
		['scores', 'band', 'weakest', 'finding', 'wants', 'completed_at']
	)
		.addColumn('created_at', 'text', (column) => column.notNull())
		.addColumn('updated_at', 'text', (column) => column.notNull())
		.addColumn('is_test', 'integer', (column) => column.notNull())
		.addColumn('intent', 'integer', (column) => column.notNull())
		.addColumn('tenths', 'integer')
		.addPrimaryKeyConstraint('leads_key', ['response'])
		.addForeignKeyConstraint('leads_response', ['response'], 'responses', ['id'], (key) => key.onDelete('cascade'))
		.execute();
	// A list in either order begins anywhere, narrowed by at most one of these; what else narrows it is seen in the index.
	for (const order of [
		['created_at', 'response'],
		['intent', 'created_at', 'response']
	]) {
		await index(db, 'leads', ...order);
		await leadIndex(db, `campaign_${order[0]}`, ['campaign', ...order, 'weakest', 'band', 'completed_at']);
		await leadIndex(db, `weakest_${order[0]}`, ['weakest', ...order]);
		await leadIndex(db, `band_${order[0]}`, ['band', ...order]);
		await leadIndex(db, `unfinished_${order[0]}`, order, sql<SqlBool>`completed_at is null`);
		await leadIndex(db, `test_${order[0]}`, order, sql<SqlBool>`is_test = 1`);
	}
	await db.schema
		.createTable('lead_words')
		.addColumn('word', bytes(db), (column) => column.notNull())
		.addColumn('response', 'text', (column) => column.notNull().references('leads.response').onDelete('cascade'))
		.addPrimaryKeyConstraint('lead_words_key', ['word', 'response'])
		.execute();
	await index(db, 'lead_words', 'response', 'word');
	await table(db, 'activities', ['id', 'response', 'kind', 'detail', 'at'], [])
		.addPrimaryKeyConstraint('activities_key', ['id'])
		.addForeignKeyConstraint('activities_response', ['response'], 'responses', ['id'], (key) => key.onDelete('cascade'))
		.execute();
	await index(db, 'activities', 'response');
}

async function machines(db: Kysely<unknown>): Promise<void> {
	await table(db, 'webhooks', ['id', 'url', 'name', 'events', 'created_at'], ['campaign', 'rotated_at', 'disabled_at'])
		.addColumn('generation', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('webhooks_key', ['id'])
		.execute();
	await table(db, 'deliveries', ['id', 'webhook', 'message', 'event', 'at'], ['response', 'error'])
		.addColumn('revision', 'integer', (column) => column.notNull())
		.addColumn('attempt', 'integer', (column) => column.notNull())
		.addColumn('status', 'integer')
		.addColumn('ms', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('deliveries_key', ['id'])
		.addForeignKeyConstraint('deliveries_webhook', ['webhook'], 'webhooks', ['id'], (key) => key.onDelete('cascade'))
		.addForeignKeyConstraint('deliveries_response', ['response'], 'responses', ['id'], (key) => key.onDelete('cascade'))
		.execute();
	await index(db, 'deliveries', 'webhook', 'at', 'id');
	await index(db, 'deliveries', 'response');
	await table(
		db,
		'api_keys',
		['id', 'hash', 'name', 'scopes', 'created_by', 'created_at'],
		['expires_at', 'last_used_at', 'revoked_at']
	)
		.addPrimaryKeyConstraint('api_keys_key', ['id'])
		.addUniqueConstraint('api_keys_hash', ['hash'])
		.execute();
}
