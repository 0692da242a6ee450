// Webhooks and their deliveries → what the pages of the studio show of them, and where a page of the log ends.
import { campaignsSaid } from './api-campaigns.ts';
import { cursorOf, placeOf } from './api-queries.ts';
import type { DeliveryRow } from './database/campaign-schema.ts';
import { deliveriesOf, lastDelivery, outcomes, PAGE } from './deliveries.ts';
import { typedOf } from './webhook-form.ts';
import { isExample } from './webhook-message.ts';
import { allWebhooks, findWebhook, webhookEvents, type WebhookEvent } from './webhooks.ts';

export async function webhookList() {
	const webhooks = await allWebhooks();
	return Promise.all(
		webhooks.map(async ({ id, name, url, events, campaign, disabled_at }) => {
			const last = await lastDelivery(id);
			return {
				id,
				name,
				host: new URL(url).host,
				events,
				campaign,
				isOn: disabled_at === null,
				last: last && said(last)
			};
		})
	);
}

/** Null: there is none of this id. */
export async function webhookPage(id: string, url: URL) {
	const webhook = await findWebhook(id);
	if (webhook === null) return null;
	const outcome = outcomes.find((each) => each === url.searchParams.get('outcome')) ?? null;
	const event = webhookEvents.find((each) => each === url.searchParams.get('event')) ?? null;
	const after = placeOf(url.searchParams.get('after') ?? '');
	const found = await deliveriesOf(id, { outcome, event, after });
	const page = found.slice(0, PAGE);
	const last = page.at(-1);
	return {
		webhook: { id, name: webhook.name, url: webhook.url, events: webhook.events, disabledAt: webhook.disabled_at },
		typed: typedOf(webhook),
		log: {
			deliveries: page.map(said),
			filter: { outcome: outcome ?? '', event: event ?? '' },
			isFirst: after === null,
			next: found.length > PAGE && last ? cursorOf(last) : null
		},
		campaigns: await campaignChoices()
	};
}

export const campaignChoices = async () =>
	(await campaignsSaid(new Date().toISOString())).campaigns.map(({ id, name }) => ({ id, name }));

/** `canReplay`: it was no example, and about a response that is still there, or an engagement. */
const said = ({ id, message, event, response, attempt, status, ms, error, at }: DeliveryRow) => ({
	id,
	message,
	event: event as WebhookEvent,
	canReplay: response !== null || (event === 'engagement.completed' && !isExample(message)),
	attempt,
	status,
	ms,
	error,
	at
});
