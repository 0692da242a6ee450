// What can be done with a webhook on its page: a posted form → done and back to the page, or what is wrong with it.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { actorOf, type Actor } from './audit.ts';
import { deliveryOf } from './deliveries.ts';
import { faulty, readForm } from './form.ts';
import { examples } from './webhook-examples.ts';
import { readWebhook } from './webhook-form.ts';
import { replay } from './webhook-posting.ts';
import { sendExample } from './webhook-sending.ts';
import { webhookSecret } from './webhook-signing.ts';
import { changeWebhook, findWebhook, removeWebhook, rotateSecret, switchWebhook, type Webhook } from './webhooks.ts';
import { webhookEvents } from './webhooks.ts';

type Asked = { readonly webhook: Webhook; readonly actor: Actor; readonly request: Request };

/** `done` is said at the top of the page that follows. */
const to = (webhook: Webhook, done: string): never => redirect(303, `/studio/webhooks/${webhook.id}?done=${done}`);

const of =
	<Result>(act: (asked: Asked) => Promise<Result>) =>
	async ({ params, locals, request }: RequestEvent): Promise<Result> => {
		const webhook = await findWebhook(params['webhook'] ?? '');
		if (webhook === null) error(404);
		return act({ webhook, actor: actorOf(locals.person), request });
	};

const sample = z.strictObject({ event: z.enum(webhookEvents) });

const again = z.strictObject({ message: z.string().max(200) });

export const webhookActions = {
	change: of(async ({ webhook, actor, request }) => {
		const read = await readWebhook(request);
		if (!read.ok) return read.failure;
		await changeWebhook(actor, webhook.id, read.choice);
		return to(webhook, 'changed');
	}),
	/** The new secret stands in the answer, this once. */
	rotate: of(async ({ webhook, actor }) => {
		await rotateSecret(actor, webhook.id);
		const { generation } = (await findWebhook(webhook.id)) ?? webhook;
		return { secret: webhookSecret(webhook.id, generation) };
	}),
	on: of(async ({ webhook, actor }) => {
		await switchWebhook(actor, webhook.id, true);
		return to(webhook, 'on');
	}),
	off: of(async ({ webhook, actor }) => {
		await switchWebhook(actor, webhook.id, false);
		return to(webhook, 'off');
	}),
	remove: of(async ({ webhook, actor }): Promise<never> => {
		await removeWebhook(actor, webhook.id);
		redirect(303, '/studio/webhooks');
	}),
	test: of(async ({ webhook, request }) => {
		const read = await readForm(request, sample);
		if (!read.ok) return read.failure;
		const failed = await sendExample(webhook, examples()[read.value.event]);
		return to(webhook, failed === null ? 'tested' : 'test-failed');
	}),
	replay: of(async ({ webhook, actor, request }) => {
		const read = await readForm(request, again);
		if (!read.ok) return read.failure;
		const delivery = await deliveryOf(webhook.id, read.value.message);
		const isSent = delivery !== null && (await replay(actor, delivery));
		return isSent ? to(webhook, 'replayed') : faulty([{ where: '', code: 'not-replayable' }], {}, 404);
	})
};
