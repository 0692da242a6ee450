// The table of deliveries: each try to tell a webhook something, kept for a month. All SQL about them stands here.
import { randomUUID } from 'node:crypto';
import type { DeliveryRow } from './database/campaign-schema.ts';
import { change, database } from './database/database.ts';

const KEPT = 30 * 24 * 3_600_000;

/** Rows deleted at once: nobody waits long for them. */
const BATCH = 500;

export const PAGE = 50;

/** Notes a try; nothing where webhook or response are gone by now. */
export async function noteDelivery(delivery: Omit<DeliveryRow, 'id'>): Promise<void> {
	const { webhook, response } = delivery;
	await change(response ?? `webhook ${webhook}`, async (db) => {
		const there = await db
			.selectFrom('webhooks')
			.select('id')
			.where('id', '=', webhook)
			.$if(response !== null, (query) =>
				query.where((row) =>
					row.exists(
						row
							.selectFrom('responses')
							.select('id')
							.where('id', '=', response ?? '')
					)
				)
			)
			.executeTakeFirst();
		if (there === undefined) return;
		await db
			.insertInto('deliveries')
			.values({ id: randomUUID(), ...delivery })
			.execute();
	});
}

export const outcomes = ['delivered', 'failed'] as const;

export type DeliveryFilter = {
	readonly outcome: (typeof outcomes)[number] | null;
	readonly event: string | null;
	/** Where the page before ended. */
	readonly after: { readonly at: string; readonly id: string } | null;
};

/** The newest first, one more than a page where there are more. */
export async function deliveriesOf(
	webhook: string,
	{ outcome, event, after }: DeliveryFilter
): Promise<readonly DeliveryRow[]> {
	return (await database())
		.selectFrom('deliveries')
		.selectAll()
		.where('webhook', '=', webhook)
		.$if(event !== null, (query) => query.where('event', '=', event ?? ''))
		.$if(outcome === 'delivered', (query) => query.where('error', 'is', null))
		.$if(outcome === 'failed', (query) => query.where('error', 'is not', null))
		.$if(after !== null, (query) =>
			query.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(after?.at ?? '', after?.id ?? '')))
		)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(PAGE + 1)
		.execute();
}

/** The latest try of a message to this webhook; null: there is none, or it is forgotten. */
export async function deliveryOf(webhook: string, message: string): Promise<DeliveryRow | null> {
	const row = await (
		await database()
	)
		.selectFrom('deliveries')
		.selectAll()
		.where('webhook', '=', webhook)
		.where('message', '=', message)
		.orderBy('at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

/** The latest try of any message; null: there was none of late. */
export async function lastDelivery(webhook: string): Promise<DeliveryRow | null> {
	const row = await (
		await database()
	)
		.selectFrom('deliveries')
		.selectAll()
		.where('webhook', '=', webhook)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

/** Forgets tries of long ago. */
export async function pruneDeliveries(date: Date, signal: AbortSignal): Promise<void> {
	const before = new Date(date.getTime() - KEPT).toISOString();
	const db = await database();
	for (let deleted = BATCH; deleted === BATCH && !signal.aborted;) {
		const { numDeletedRows } = await db
			.deleteFrom('deliveries')
			.where('id', 'in', (query) => query.selectFrom('deliveries').select('id').where('at', '<', before).limit(BATCH))
			.executeTakeFirst();
		deleted = Number(numDeletedRows);
	}
}
