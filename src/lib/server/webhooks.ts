// The table of webhooks: rows ⇄ what they mean. Every SQL statement about a webhook stands here.
import { note, type Actor } from './audit.ts';
import type { WebhookRow } from './database/campaign-schema.ts';
import { change, database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';

/** What somebody can be told of. */
export const webhookEvents = [
	'response.started',
	'response.completed',
	'lead.captured',
	'engagement.completed'
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

export type Webhook = Omit<WebhookRow, 'events'> & { readonly events: readonly WebhookEvent[] };

/** What can be chosen of one. */
export type WebhookChoice = Pick<Webhook, 'name' | 'url' | 'events' | 'campaign'>;

/** The newest first. */
export async function allWebhooks(): Promise<readonly Webhook[]> {
	const rows = await (
		await database()
	)
		.selectFrom('webhooks')
		.selectAll()
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(webhookOf);
}

export async function findWebhook(id: string, db?: Db): Promise<Webhook | null> {
	const row = await (db ?? (await database()))
		.selectFrom('webhooks')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	return row === undefined ? null : webhookOf(row);
}

/** The ids of those that want to know this now. The table is small: it is read whole. */
export async function wanting(db: Db, event: WebhookEvent, campaign: string | null): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('webhooks')
		.select(['id', 'events', 'campaign'])
		.where('disabled_at', 'is', null)
		.execute();
	return rows
		.filter((row) => row.campaign === null || row.campaign === campaign)
		.filter((row) => storedJson<readonly WebhookEvent[]>(row.events).includes(event))
		.map(({ id }) => id);
}

/** Adds one under an id that the form had from us; null where it was added already. */
export const addWebhook = (actor: Actor, id: string, choice: WebhookChoice): Promise<Webhook | null> =>
	change(`webhook ${id}`, async (db) => {
		if ((await findWebhook(id, db)) !== null) return null;
		const row = {
			id,
			...columnsOf(choice),
			generation: 1,
			created_at: new Date().toISOString(),
			rotated_at: null,
			disabled_at: null
		};
		await db.insertInto('webhooks').values(row).execute();
		await note(db, actor, 'webhook.added', `webhook ${id}`, told(choice));
		return webhookOf(row);
	});

export const changeWebhook = (actor: Actor, id: string, choice: WebhookChoice): Promise<void> =>
	changed(actor, id, 'webhook.changed', told(choice), () => columnsOf(choice));

/** The secret before stays valid for a day. */
export const rotateSecret = (actor: Actor, id: string): Promise<void> =>
	changed(actor, id, 'webhook.secret-replaced', {}, ({ generation }, now) => ({
		generation: generation + 1,
		rotated_at: now
	}));

/** While it is off nothing is sent to it, and what happens meanwhile is not sent later. */
export const switchWebhook = (actor: Actor, id: string, isOn: boolean): Promise<void> =>
	changed(actor, id, isOn ? 'webhook.enabled' : 'webhook.disabled', {}, (_webhook, now) => ({
		disabled_at: isOn ? null : now
	}));

/** On behalf of its receiver, who has answered that it is gone for good. */
export async function disableWebhook(id: string): Promise<void> {
	const db = await database();
	await db
		.updateTable('webhooks')
		.set({ disabled_at: new Date().toISOString() })
		.where('id', '=', id)
		.where('disabled_at', 'is', null)
		.execute();
}

export const removeWebhook = (actor: Actor, id: string): Promise<void> =>
	change(`webhook ${id}`, async (db) => {
		const { numDeletedRows } = await db.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
		if (numDeletedRows > 0n) await note(db, actor, 'webhook.removed', `webhook ${id}`);
	});

const changed = (
	actor: Actor,
	id: string,
	action: string,
	detail: Readonly<Record<string, unknown>>,
	values: (webhook: Webhook, now: string) => Partial<WebhookRow>
): Promise<void> =>
	change(`webhook ${id}`, async (db) => {
		const webhook = await findWebhook(id, db);
		if (webhook === null) return;
		const now = new Date().toISOString();
		await db.updateTable('webhooks').set(values(webhook, now)).where('id', '=', id).execute();
		await note(db, actor, action, `webhook ${id}`, detail);
	});

/** An address may hold a secret of its receiver's in its path: the log keeps the host. */
const told = ({ name, url, events, campaign }: WebhookChoice) => ({ name, host: new URL(url).host, events, campaign });

const columnsOf = ({ name, url, events, campaign }: WebhookChoice) => ({
	name,
	url: new URL(url).href,
	events: JSON.stringify([...new Set(events)]),
	campaign
});

const webhookOf = (row: WebhookRow): Webhook => ({ ...row, events: storedJson<readonly WebhookEvent[]>(row.events) });
