// Adds a webhook. Its secret stands in the answer to the form, this once.
import { actorOf } from '#lib/server/audit.ts';
import { faulty } from '#lib/server/form.ts';
import { readWebhook } from '#lib/server/webhook-form.ts';
import { campaignChoices } from '#lib/server/webhook-pages.ts';
import { webhookSecret } from '#lib/server/webhook-signing.ts';
import { addWebhook } from '#lib/server/webhooks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ id: crypto.randomUUID(), campaigns: await campaignChoices() });

export const actions = {
	default: async ({ request, locals }) => {
		const read = await readWebhook(request);
		if (!read.ok) return read.failure;
		const webhook = await addWebhook(actorOf(locals.person), read.id ?? crypto.randomUUID(), read.choice);
		if (webhook === null) return faulty([{ where: '', code: 'there' }], {}, 409);
		const { id, name, generation } = webhook;
		return { made: { id, name, secret: webhookSecret(id, generation) } };
	}
} satisfies Actions;
