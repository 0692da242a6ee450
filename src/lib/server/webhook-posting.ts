// Something that happened to a response → a message in the outbox for each webhook that wants to know of it.
import { note, type Actor } from './audit.ts';
import type { DeliveryRow } from './database/campaign-schema.ts';
import { change, type Db } from './database/database.ts';
import { askedBy } from './engagement/invited.ts';
import { engagementTold } from './engagement/announcing.ts';
import { postAgain } from './outbox-keeping.ts';
import { post } from './outbox.ts';
import type { Stored } from './response-rows.ts';
import { KIND, messageId } from './webhook-message.ts';
import { wanting, type WebhookEvent } from './webhooks.ts';

/** What stands in the outbox; the rest is read when it is sent. */
type Payload = { readonly event: string; readonly revision: number; readonly engagement?: string };

/**
 * To be called in the transaction in which it happens; called again for the same it posts nothing. Of test answers
 * nobody is told, and of whoever was promised that nobody learns what they said.
 */
export async function announce(
	db: Db,
	event: WebhookEvent,
	{
		id: response,
		campaign,
		invitation,
		is_test,
		revision
	}: Pick<Stored, 'id' | 'campaign' | 'invitation' | 'is_test' | 'revision'>
): Promise<void> {
	if (is_test === 1) return;
	if ((await askedBy(db, invitation))?.promise === 'anonymous') return;
	const payload: Payload = { event, revision: event === 'response.completed' ? revision : 1 };
	for (const webhook of await wanting(db, event, campaign)) {
		const id = messageId(webhook, event, response, payload.revision);
		await post(db, { id, kind: KIND, destination: webhook, response, payload });
	}
}

/** Has a message sent once more under its own id, whatever became of it. False: it is about nothing that is still there. */
export async function replay(actor: Actor, delivery: DeliveryRow): Promise<boolean> {
	const { webhook, message, response, event, revision } = delivery;
	const engagement = response === null ? await engagementTold(delivery) : null;
	if (response === null && engagement === null) return false;
	const about = response === null ? {} : { response };
	const payload: Payload = { event, revision, ...(engagement !== null && { engagement }) };
	await change(response ?? `engagement ${engagement}`, async (db) => {
		await postAgain(db, { id: message, kind: KIND, destination: webhook, ...about, payload }, new Date());
		await note(db, actor, 'webhook.replayed', `webhook ${webhook}`, { message });
	});
	return true;
}
