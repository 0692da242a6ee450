// Something that happened to a response → a message in the outbox for each webhook that wants to know of it.
import { createHash } from 'node:crypto';
import { note, type Actor } from './audit.ts';
import type { DeliveryRow } from './database/campaign-schema.ts';
import { change, type Db } from './database/database.ts';
import { postAgain } from './outbox-keeping.ts';
import { post } from './outbox.ts';
import type { Stored } from './response-rows.ts';
import { wanting, type WebhookEvent } from './webhooks.ts';

const KIND = 'webhook';

/** What stands in the outbox; the rest is read when it is sent. */
type Payload = { readonly event: string; readonly revision: number };

/**
 * To be called in the transaction in which it happens; called again for the same it posts nothing. Of test answers
 * nobody is told.
 */
export async function announce(
	db: Db,
	event: WebhookEvent,
	{ id: response, campaign, is_test, revision }: Pick<Stored, 'id' | 'campaign' | 'is_test' | 'revision'>
): Promise<void> {
	if (is_test === 1) return;
	const payload: Payload = { event, revision: event === 'response.completed' ? revision : 1 };
	for (const webhook of await wanting(db, event, campaign)) {
		const id = messageId(webhook, event, response, payload.revision);
		await post(db, { id, kind: KIND, destination: webhook, response, payload });
	}
}

/** Has a message sent once more under its own id, whatever became of it. Examples are about nobody: none is sent again. */
export async function replay(actor: Actor, delivery: DeliveryRow): Promise<void> {
	const { webhook, message, response, event, revision } = delivery;
	if (response === null) return;
	const payload: Payload = { event, revision };
	await change(response, async (db) => {
		await postAgain(db, { id: message, kind: KIND, destination: webhook, response, payload }, new Date());
		await note(db, actor, 'webhook.replayed', `webhook ${webhook}`, { message });
	});
}

/** The same for the same, so that nothing is posted twice; it tells nothing of the response, as it is logged. */
function messageId(...parts: readonly [string, WebhookEvent, string, number]): string {
	return `msg_${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27)}`;
}
