// An engagement that is complete → a message in the outbox for each webhook that wants to know of it, once.
import type { DeliveryRow } from '../database/campaign-schema.ts';
import { database, type Db } from '../database/database.ts';
import { post } from '../outbox.ts';
import { KIND, messageId } from '../webhook-message.ts';
import { wanting } from '../webhooks.ts';

const EVENT = 'engagement.completed';

/**
 * To be called in the transaction in which everybody has finished, or it is closed: what comes first tells it, and what
 * comes later finds it told. Only webhooks of all campaigns are told.
 */
export async function announceEngagement(db: Db, engagement: string): Promise<void> {
	for (const webhook of await wanting(db, EVENT, null)) {
		const payload = { event: EVENT, revision: 1, engagement };
		await post(db, { id: engagementMessage(webhook, engagement), kind: KIND, destination: webhook, payload });
	}
}

const engagementMessage = (webhook: string, engagement: string): string => messageId(webhook, EVENT, engagement, 1);

/** Which engagement a delivery told of; null: none, or one that is gone. Its row names the message alone. */
export async function engagementTold({
	webhook,
	message,
	event
}: Pick<DeliveryRow, 'webhook' | 'message' | 'event'>): Promise<string | null> {
	if (event !== EVENT) return null;
	const rows = await (
		await database()
	)
		.selectFrom('engagements')
		.select('id')
		.where('deleted_at', 'is', null)
		.execute();
	return rows.find(({ id }) => engagementMessage(webhook, id) === message)?.id ?? null;
}
