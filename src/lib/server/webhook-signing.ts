// A message → the headers that prove whom it comes from and when it was sent: Standard Webhooks v1.
import { createHmac } from 'node:crypto';
import { derivedToken } from './tokens.ts';
import type { Webhook } from './webhooks.ts';

const PREFIX = 'whsec_';

/** Milliseconds that the secret before a new one is used beside it, so that a receiver has time to change over. */
const OVERLAP = 24 * 3_600_000;

/** What the receiver is told once: from it comes the key, in base64. It is derived, so nothing of it is stored. */
export const webhookSecret = (id: string, generation: number): string =>
	PREFIX + Buffer.from(derivedToken('webhook', id, generation), 'base64url').toString('base64');

/** Over the very bytes that are sent; a space between the signatures of two secrets. */
export function signed(
	{ id, generation, rotated_at }: Pick<Webhook, 'id' | 'generation' | 'rotated_at'>,
	message: string,
	date: Date,
	body: string
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
	const timestamp = String(Math.floor(date.getTime() / 1000));
	const isOverlap = rotated_at !== null && date.getTime() - Date.parse(rotated_at) < OVERLAP;
	const signatures = [generation, ...(isOverlap ? [generation - 1] : [])].map((each) => {
		const key = Buffer.from(webhookSecret(id, each).slice(PREFIX.length), 'base64');
		return `v1,${createHmac('sha256', key).update(`${message}.${timestamp}.${body}`).digest('base64')}`;
	});
	return { 'webhook-id': message, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
