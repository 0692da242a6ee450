// What a webhook is told of → the name of the message that tells it.
import { createHash, randomUUID } from 'node:crypto';
import type { WebhookEvent } from './webhooks.ts';

/** Its kind in the outbox. */
export const KIND = 'webhook';

/** The same for the same, so that nothing is posted twice; it tells nothing of what it is about, as it is logged. */
export function messageId(...parts: readonly [string, WebhookEvent, string, number]): string {
	return `msg_${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27)}`;
}

/** An example is about nothing, and each is a message of its own. */
export const exampleId = (): string => `msg_${randomUUID()}`;

export const isExample = (message: string): boolean => /^msg_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(message);
