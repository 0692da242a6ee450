// Frozen: how responses that are over time are found without reading all the others.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.createIndex('responses_age').on('responses').columns(['completed_at', 'created_at']).execute();
}
