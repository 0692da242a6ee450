// The table of invitees: the people at a client who were asked to answer, and how far each of them is.
import { database, type Db } from '../database/database.ts';
import type { InviteeRow } from '../database/engagement-schema.ts';

export type Invitee = InviteeRow;

/** Whose link still counts, in the order in which they were added. */
export async function inviteesOf(engagement: string, db?: Db): Promise<readonly Invitee[]> {
	return (db ?? (await database()))
		.selectFrom('invitees')
		.selectAll()
		.where('engagement', '=', engagement)
		.where('removed_at', 'is', null)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
}

/** Null where there is none, and where their link is dead. */
export async function inviteeById(id: string, db?: Db): Promise<Invitee | null> {
	const row = await (db ?? (await database()))
		.selectFrom('invitees')
		.selectAll()
		.where('id', '=', id)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

/** Whom a token belongs to, by its hash; null as above. */
export async function inviteeByHash(hash: string, db?: Db): Promise<Invitee | null> {
	const row = await (db ?? (await database()))
		.selectFrom('invitees')
		.selectAll()
		.where('hash', '=', hash)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

export async function insertInvitees(db: Db, invitees: readonly Invitee[]): Promise<void> {
	if (invitees.length > 0)
		await db
			.insertInto('invitees')
			.values([...invitees])
			.execute();
}

export async function updateInvitee(
	db: Db,
	id: string,
	some: Partial<Omit<Invitee, 'id' | 'engagement'>>
): Promise<void> {
	await db.updateTable('invitees').set(some).where('id', '=', id).execute();
}
