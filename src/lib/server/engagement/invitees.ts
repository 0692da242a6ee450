// The table of invitees: the people at a client who were asked to answer, and how far each of them is.
import { database, type Db } from '../database/database.ts';
import type { InviteeRow } from '../database/engagement-schema.ts';

export type Invitee = InviteeRow;

/** Whom a mail can reach that asks for answers. */
export const isReachable = ({ address, completed_at }: Invitee): boolean => address !== '' && completed_at === null;

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

/** Whether everybody of the same engagement who is asked, but this one, has finished. */
export async function othersAreDone(db: Db, { id, engagement }: Pick<Invitee, 'id' | 'engagement'>): Promise<boolean> {
	const waiting = await db
		.selectFrom('invitees')
		.select('id')
		.where('engagement', '=', engagement)
		.where('id', '!=', id)
		.where('removed_at', 'is', null)
		.where('completed_at', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return waiting === undefined;
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
