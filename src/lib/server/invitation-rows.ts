// The table of invitations: an address, the role that it gets, and the hash of the link that makes a person of somebody.
import { database, type Db } from './database/database.ts';
import type { InvitationRow } from './database/people-schema.ts';
import { derivedToken, tokenHash } from './tokens.ts';

export type Invitation = Pick<InvitationRow, 'id' | 'address' | 'role' | 'expires_at'>;

export const invitationToken = (id: string): string => derivedToken('invitation', id, 1);

/** Where an invitation is accepted. */
export const invitationPath = (id: string): string => `/studio/invitation/${invitationToken(id)}`;

/** Those that are still good, to be changed. */
export const pending = (db: Db) =>
	db.updateTable('invitations').where('accepted_at', 'is', null).where('revoked_at', 'is', null);

/** All that wait, those that are over too: they can be sent again. */
export const openInvitations = async (): Promise<readonly Invitation[]> =>
	(await database())
		.selectFrom('invitations')
		.select(['id', 'address', 'role', 'expires_at'])
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();

/** Null for one that was used, taken back, is over or never was. Nothing is changed by asking. */
export const invitationOf = async (token: string): Promise<Invitation | null> =>
	waiting(await database(), 'hash', tokenHash(token));

/** The same by its id. */
export const waitingInvitation = (db: Db, id: string): Promise<Invitation | null> => waiting(db, 'id', id);

async function waiting(db: Db, by: 'hash' | 'id', value: string): Promise<Invitation | null> {
	const row = await db
		.selectFrom('invitations')
		.select(['id', 'address', 'role', 'expires_at'])
		.where(by, '=', value)
		.where('accepted_at', 'is', null)
		.where('revoked_at', 'is', null)
		.where('expires_at', '>', new Date().toISOString())
		.executeTakeFirst();
	return row ?? null;
}
