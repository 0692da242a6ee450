// The table of responses: rows ⇄ what they mean. Every SQL statement about a response stands here.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Marks } from '#core/survey/draft.ts';
import type { Db } from './database/database.ts';
import type { ResponseRow } from './database/schema.ts';
import { storedJson } from './database/stored-json.ts';
import { tokenHash } from './tokens.ts';

export type Stored = Omit<ResponseRow, 'answers' | 'source' | 'timing'> & {
	readonly answers: Marks;
	readonly source: Readonly<Record<string, string>>;
	readonly timing: Readonly<Record<string, number>>;
};

/** Where a response comes from; it does not change. */
export type From = Pick<Stored, 'campaign' | 'invitation' | 'source' | 'is_test'>;

/** A response that nothing is answered in yet, pinned to its instrument. */
export function newResponse(id: string, key: string, instrument: Instrument, from: Partial<From>, now: string): Stored {
	return {
		id,
		instrument: instrument.id,
		version: instrument.version,
		hash: instrument.hash,
		locale: null,
		campaign: from.campaign ?? null,
		invitation: from.invitation ?? null,
		source: from.source ?? {},
		timing: {},
		answers: {},
		state: 'open',
		revision: 1,
		edit_key: tokenHash(key),
		generation: 1,
		created_at: now,
		updated_at: now,
		completed_at: null,
		previous: null,
		is_test: from.is_test ?? 0,
		trap: 0
	};
}

export async function findResponse(db: Db, id: string): Promise<Stored | null> {
	const row = await db.selectFrom('responses').selectAll().where('id', '=', id).executeTakeFirst();
	return row === undefined ? null : storedOf(row);
}

/** The campaign that a response was begun for; null: none. */
export async function campaignOf(db: Db, id: string): Promise<string | null> {
	const row = await db.selectFrom('responses').select('campaign').where('id', '=', id).executeTakeFirst();
	return row?.campaign ?? null;
}

/** The response that was taken again from this one and never completed yet; null: none. */
export async function unfinishedAfter(db: Db, previous: string): Promise<Stored | null> {
	const row = await db
		.selectFrom('responses')
		.selectAll()
		.where('previous', '=', previous)
		.where('completed_at', 'is', null)
		.orderBy('created_at')
		.executeTakeFirst();
	return row === undefined ? null : storedOf(row);
}

/** The ids of those that were taken again from this one. */
export async function takenAfter(db: Db, previous: string): Promise<readonly string[]> {
	const rows = await db.selectFrom('responses').select('id').where('previous', '=', previous).execute();
	return rows.map(({ id }) => id);
}

export async function insertResponse(db: Db, stored: Stored): Promise<void> {
	await db.insertInto('responses').values(rowOf(stored)).execute();
}

/** Writes everything that may change in the life of a response. */
export async function updateResponse(db: Db, stored: Stored): Promise<void> {
	const { answers, source, timing, locale, state, revision, generation, updated_at, completed_at, trap } =
		rowOf(stored);
	await db
		.updateTable('responses')
		.set({ answers, source, timing, locale, state, revision, generation, updated_at, completed_at, trap })
		.where('id', '=', stored.id)
		.execute();
}

/** Deletes a response with its revisions, keys and target, and keeps out whatever of it is still on its way. */
export async function deleteResponse(db: Db, id: string, now: string): Promise<void> {
	await db.deleteFrom('responses').where('id', '=', id).execute();
	await db
		.insertInto('erased')
		.values({ response: tokenHash(id), erased_at: now })
		.onConflict((conflict) => conflict.column('response').doNothing())
		.execute();
}

/** Moments, ISO 8601, up to which responses are kept; null: for ever. */
export type Limits = { readonly unfinished: string; readonly completed: string | null };

/** Whether it was never completed and not changed since one of them, or was completed before the other. */
export const isOverdue = (
	{ completed_at, updated_at }: Pick<Stored, 'completed_at' | 'updated_at'>,
	{ unfinished, completed }: Limits
): boolean => (completed_at === null ? updated_at < unfinished : completed !== null && completed_at < completed);

/** Of one campaign, or of all but these and of none. */
export type Among = { readonly campaign: string } | { readonly without: readonly string[] };

/** The ids of those that are overdue, the oldest first. */
export async function overdue(
	db: Db,
	{ unfinished, completed }: Limits,
	most: number,
	among: Among
): Promise<readonly string[]> {
	const ids = db
		.selectFrom('responses')
		.select('id')
		.limit(most)
		.where((row) => {
			if ('campaign' in among) return row('campaign', '=', among.campaign);
			if (among.without.length === 0) return row.lit(true);
			return row.or([row('campaign', 'is', null), row('campaign', 'not in', among.without)]);
		});
	const rows = await ids
		.where('completed_at', 'is', null)
		// The index holds this time: one of the last change would be written with every save.
		.where('created_at', '<', unfinished)
		.where('updated_at', '<', unfinished)
		.orderBy('created_at')
		.execute();
	const finished =
		completed === null ? [] : await ids.where('completed_at', '<', completed).orderBy('completed_at').execute();
	return [...rows, ...finished].map(({ id }) => id);
}

export async function wasErased(db: Db, id: string): Promise<boolean> {
	const row = await db.selectFrom('erased').select('response').where('response', '=', tokenHash(id)).executeTakeFirst();
	return row !== undefined;
}

const storedOf = (row: ResponseRow): Stored => ({
	...row,
	answers: storedJson<Marks>(row.answers),
	source: storedJson<Stored['source']>(row.source),
	timing: storedJson<Stored['timing']>(row.timing)
});

function rowOf(stored: Stored): ResponseRow {
	const { answers, source, timing } = stored;
	return {
		...stored,
		answers: JSON.stringify(answers),
		source: JSON.stringify(source),
		timing: JSON.stringify(timing)
	};
}
