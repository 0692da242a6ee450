// A message for a webhook → posted to its address, signed, and noted; a receiver that fails gets it again later.
import { z } from 'zod';
import { noteDelivery } from './deliveries.ts';
import { isDemonstration } from './demonstration.ts';
import { NoReply, postTo } from './egress.ts';
import type { Handler } from './handler.ts';
import { Permanent } from './retries.ts';
import { payloadOf, type Payload } from './webhook-payload.ts';
import { exampleId } from './webhook-message.ts';
import { signed } from './webhook-signing.ts';
import { disableWebhook, findWebhook, webhookEvents, type Webhook } from './webhooks.ts';

const posted = z.strictObject({ event: z.enum(webhookEvents), revision: z.int(), engagement: z.uuid().optional() });

const GONE = 410;

/** A webhook that was removed or switched off meanwhile, and a response that was erased, are not told of. */
export const sendWebhook: Handler = async ({ id, destination, response, payload, attempt }, signal) => {
	const asked = posted.safeParse(payload).data;
	const about = asked?.engagement ?? response;
	if (asked === undefined || about === null) throw new Permanent('no such message');
	const webhook = await findWebhook(destination);
	if (webhook === null || webhook.disabled_at !== null) return;
	const said = await payloadOf(asked.event, about, asked.revision);
	if (said === null) return;
	const error = await deliver(webhook, { message: id, response, revision: asked.revision, attempt }, said, signal);
	if (error !== null) throw new Error(`webhook: ${error}`);
};

/** An example, so that whoever sets a receiver up sees one; tried once. Gives why it failed; null: it did not. */
export const sendExample = (webhook: Webhook, said: Payload): Promise<string | null> =>
	deliver(webhook, { message: exampleId(), response: null, revision: 1, attempt: 1 }, said);

type Try = {
	readonly message: string;
	readonly response: string | null;
	readonly revision: number;
	readonly attempt: number;
};

async function deliver(webhook: Webhook, tried: Try, said: Payload, signal?: AbortSignal): Promise<string | null> {
	const date = new Date();
	const body = JSON.stringify(said);
	const headers = {
		'content-type': 'application/json',
		'user-agent': 'Bellwether-Webhooks/1',
		...((await isDemonstration()) ? { 'x-bellwether-demonstration': '1' } : {}),
		...signed(webhook, tried.message, date, body)
	};
	const { status, error } = await outcome({ url: webhook.url, headers, body, signal });
	const ms = Date.now() - date.getTime();
	const at = date.toISOString();
	await noteDelivery({ ...tried, webhook: webhook.id, event: said.type, status, error, ms, at });
	if (status === GONE) await disableWebhook(webhook.id);
	return error;
}

type Outcome = { readonly status: number | null; readonly error: string | null };

/** Whatever is not 2xx has failed; `error` is a word of ours. */
async function outcome(outgoing: Parameters<typeof postTo>[0]): Promise<Outcome> {
	try {
		const status = await postTo(outgoing);
		return { status, error: status >= 200 && status < 300 ? null : `status ${status}` };
	} catch (error) {
		if (error instanceof NoReply) return { status: null, error: error.failure };
		throw error;
	}
}
