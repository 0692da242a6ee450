// The table of actions: what somebody at the client said they would do, by when, and whether it was done.
import { database, type Db } from '../database/database.ts';
import type { ActionRow } from '../database/engagement-schema.ts';

export type Action = Pick<ActionRow, 'id' | 'what' | 'owner' | 'due_on' | 'state'>;

/** By the day they are due, those without one last. */
export async function actionsOf(engagement: string, db?: Db): Promise<readonly Action[]> {
	const rows = await (db ?? (await database()))
		.selectFrom('actions')
		.select(['id', 'what', 'owner', 'due_on', 'state'])
		.where('engagement', '=', engagement)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
	const dated = rows.filter(({ due_on }) => due_on !== null);
	const byDay = dated.toSorted((one, other) => (one.due_on ?? '').localeCompare(other.due_on ?? '', 'en'));
	return [...byDay, ...rows.filter(({ due_on }) => due_on === null)];
}

/** Somebody was reminded of the old day: of a new one they are again. */
export async function writeAction(db: Db, engagement: string, { id, ...some }: Action): Promise<void> {
	const now = new Date().toISOString();
	await db
		.insertInto('actions')
		.values({ id, engagement, ...some, reminded_on: null, created_at: now, updated_at: now })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ ...some, updated_at: now }))
		.execute();
}

/** Open ones of all engagements that are due by that day and of which nobody was reminded. */
export async function dueActions(db: Db, day: string): Promise<readonly Pick<ActionRow, 'engagement' | 'due_on'>[]> {
	return db
		.selectFrom('actions')
		.innerJoin('engagements', 'engagements.id', 'actions.engagement')
		.select(['actions.engagement', 'actions.due_on'])
		.where('engagements.deleted_at', 'is', null)
		.where('actions.state', '=', 'open')
		.where('actions.due_on', '<=', day)
		.where((row) => row.or([row('reminded_on', 'is', null), row('reminded_on', '!=', row.ref('due_on'))]))
		.execute();
}

/** Gives how many of this engagement it noted. */
export async function noteReminded(db: Db, engagement: string, day: string): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('actions')
		.set((row) => ({ reminded_on: row.ref('due_on') }))
		.where('engagement', '=', engagement)
		.where('state', '=', 'open')
		.where('due_on', '<=', day)
		.where((row) => row.or([row('reminded_on', 'is', null), row('reminded_on', '!=', row.ref('due_on'))]))
		.executeTakeFirst();
	return Number(numUpdatedRows);
}
