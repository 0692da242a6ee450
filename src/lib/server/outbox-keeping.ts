// The outbox as its keeper sees it: what is in it, how it fares, what is to be tried again, what is to be forgotten.
import type { Selectable } from 'kysely';
import { change, database, type Db } from './database/database.ts';
import type { OutboxRow } from './database/schema.ts';
import { post, type Posted } from './outbox.ts';

/** Days that something sent is remembered: that it was, not what it said. */
const REMEMBERED = 30;

const DAY = 24 * 3_600_000;

/** Rows deleted at once: nobody waits long for them. */
const BATCH = 500;

export type State = OutboxRow['state'];

export type Listed = Pick<
	Selectable<OutboxRow>,
	'id' | 'kind' | 'destination' | 'state' | 'attempts' | 'due_at' | 'error' | 'created_at' | 'settled_at'
>;

/** The newest first; of one state, or of all. */
export async function listed(state: State | null, most: number): Promise<readonly Listed[]> {
	return (await database())
		.selectFrom('outbox')
		.select(['id', 'kind', 'destination', 'state', 'attempts', 'due_at', 'error', 'created_at', 'settled_at'])
		.$if(state !== null, (query) => query.where('state', '=', state ?? 'waiting'))
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(most)
		.execute();
}

/**
 * Has these tried at once, with all their tries before them, whether they wait or are dead; null: all that are dead.
 * Gives the ids of those that will be.
 */
export async function replayed(ids: readonly string[] | null, date: Date): Promise<readonly string[]> {
	if (ids?.length === 0) return [];
	const now = date.toISOString();
	const rows = await change('outbox', (db) =>
		db
			.updateTable('outbox')
			.set({ state: 'waiting', attempts: 0, due_at: now, settled_at: null })
			.where((row) =>
				ids === null ? row('state', '=', 'dead') : row.and([row('state', '!=', 'sent'), row('id', 'in', ids)])
			)
			// One that is being tried is left to whoever is at it.
			.where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<', now)]))
			.returning('id')
			.execute()
	);
	return rows.map(({ id }) => id);
}

/** Posts it under the id that it had, whether it was sent, is dead, waits or is forgotten. */
export async function postAgain(db: Db, posted: Posted & { readonly id: string }, date: Date): Promise<void> {
	const now = date.toISOString();
	const { id, destination = '', payload } = posted;
	await db
		.updateTable('outbox')
		.set({ state: 'waiting', attempts: 0, due_at: now, settled_at: null, error: null })
		.set({ destination, payload: JSON.stringify(payload) })
		.where('id', '=', id)
		// One that is being tried is left to whoever is at it.
		.where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<', now)]))
		.execute();
	// Where it is still there this adds none, and tells that there is something to do.
	await post(db, posted);
}

/** Takes out all that is about a response, sent or not. */
export async function withdraw(db: Db, response: string): Promise<void> {
	await db.deleteFrom('outbox').where('response', '=', response).execute();
}

/** Forgets what was sent long ago. */
export async function pruneSent(date: Date, signal: AbortSignal): Promise<void> {
	const before = new Date(date.getTime() - REMEMBERED * DAY).toISOString();
	const db = await database();
	for (let deleted = BATCH; deleted === BATCH && !signal.aborted;) {
		const { numDeletedRows } = await db
			.deleteFrom('outbox')
			.where('id', 'in', (query) =>
				query
					.selectFrom('outbox')
					.select('id')
					.where('state', '=', 'sent')
					// It is never settled before it is due: this finds it by the index.
					.where('due_at', '<', before)
					.where('settled_at', '<', before)
					.limit(BATCH)
			)
			.executeTakeFirst();
		deleted = Number(numDeletedRows);
	}
}

export type Figures = {
	readonly rows: Readonly<Record<State, number>>;
	/** Of those that wait, how many have failed before. */
	readonly failing: number;
	/** Seconds since the first of those that wait should have been tried. */
	readonly late: number;
};

export async function outboxFigures(date: Date): Promise<Figures> {
	const db = await database();
	const states = await db
		.selectFrom('outbox')
		.select((row) => ['state', row.fn.countAll().as('rows')])
		.groupBy('state')
		.execute();
	const waiting = await db
		.selectFrom('outbox')
		.select((row) => [
			row.fn.min('due_at').as('first'),
			row.fn.countAll().filterWhere('attempts', '>', 0).as('failing')
		])
		.where('state', '=', 'waiting')
		.executeTakeFirst();
	const rowsOf = (state: State): number => Number(states.find((row) => row.state === state)?.rows ?? 0);
	const first = waiting?.first ? Date.parse(waiting.first) : date.getTime();
	return {
		rows: { waiting: rowsOf('waiting'), sent: rowsOf('sent'), dead: rowsOf('dead') },
		failing: Number(waiting?.failing ?? 0),
		late: Math.max(0, date.getTime() - first) / 1000
	};
}
