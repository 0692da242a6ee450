// The table of things to be sent or done: written in the transaction that they belong to, then claimed and settled.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { posted } from './announce.ts';
import { change, connection, type Db } from './database/database.ts';
import type { OutboxRow } from './database/schema.ts';
import { storedJson } from './database/stored-json.ts';

/** What is put into the outbox. `dueAt` is ISO 8601; without it, at once. */
export type Posted = {
	readonly kind: string;
	readonly destination?: string;
	readonly response?: string;
	readonly payload: Readonly<Record<string, unknown>>;
	readonly dueAt?: string;
	/** A name of its own makes it once only: a second one with it is not taken. It is logged: no address stands in it. */
	readonly id?: string;
};

/** One that this process may try, until its lease ends. */
export type Claimed = {
	readonly id: string;
	readonly kind: string;
	readonly destination: string;
	readonly response: string | null;
	readonly payload: Readonly<Record<string, unknown>>;
	/** Which try this is, from 1. */
	readonly attempt: number;
	readonly lease: string;
};

/** In milliseconds. Longer than any try may take: whoever dies with it gives way after that. */
export const LEASE = 120_000;

/** Puts it beside what it belongs to: both are kept, or neither. */
export async function post(db: Db, { id, kind, destination, response, payload, dueAt }: Posted): Promise<void> {
	const now = new Date().toISOString();
	await db
		.insertInto('outbox')
		.values({
			id: id ?? randomUUID(),
			kind,
			destination: destination ?? '',
			response: response ?? null,
			payload: JSON.stringify(payload),
			state: 'waiting',
			attempts: 0,
			due_at: dueAt ?? now,
			lease: null,
			leased_until: null,
			error: null,
			created_at: now,
			settled_at: null
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
	posted(db);
}

/** Takes up to so many that are due and that nobody is at, oldest first. */
export async function claim(kinds: readonly string[], most: number, date: Date): Promise<readonly Claimed[]> {
	const { db, isShared } = await connection();
	const now = date.toISOString();
	const lease = randomBytes(12).toString('base64url');
	const rows = await db
		// Chosen once: a subquery of the update may be run again, and would then give further rows.
		.with('due', (query) =>
			query
				.selectFrom('outbox')
				.select('id')
				.where('state', '=', 'waiting')
				.where('kind', 'in', kinds)
				.where('due_at', '<=', now)
				.where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<', now)]))
				.orderBy('due_at')
				.orderBy('id')
				.limit(most)
				// Another process's are passed over, not waited for.
				.$if(isShared, (shared) => shared.forUpdate().skipLocked())
		)
		.updateTable('outbox')
		.set((row) => ({
			lease,
			leased_until: new Date(date.getTime() + LEASE).toISOString(),
			attempts: row('attempts', '+', 1)
		}))
		.where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
		.returning(['id', 'kind', 'destination', 'response', 'payload', 'attempts', 'due_at'])
		.execute();
	return rows
		.toSorted((one, other) => one.due_at.localeCompare(other.due_at, 'en'))
		.map(({ attempts, payload, due_at: _, ...row }) => ({
			...row,
			payload: storedJson<Claimed['payload']>(payload),
			attempt: attempts,
			lease
		}));
}

/** Done: whom it went to and what it said is forgotten. Nothing happens if the lease has passed to another. */
export const settle = (claimed: Claimed, now: string): Promise<void> =>
	update(claimed, { state: 'sent', destination: '', payload: '{}', error: null, settled_at: now });

/** Not done: tried again at `next`, or given up where that is null. */
export const postpone = (claimed: Claimed, error: string, next: string | null, now: string): Promise<void> =>
	update(claimed, next === null ? { state: 'dead', error, settled_at: now } : { error, due_at: next });

/** Not tried, or not to its end, through no fault of its own: anybody may try it at once, and it counts as no try. */
export const giveBack = (claimed: Claimed): Promise<void> => update(claimed, { attempts: claimed.attempt - 1 });

async function update({ id, lease }: Claimed, values: Partial<Selectable<OutboxRow>>): Promise<void> {
	await change(
		`outbox ${id}`,
		(db) =>
			db
				.updateTable('outbox')
				.set({ ...values, lease: null, leased_until: null })
				.where('id', '=', id)
				.where('lease', '=', lease)
				.execute(),
		{ repeatable: true }
	);
}
