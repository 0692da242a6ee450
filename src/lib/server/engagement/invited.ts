// The id of somebody who was asked, as a response keeps it → their link, and what was promised with it.
import type { Invitation } from '#core/survey/occasion.ts';
import { database, type Db } from '../database/database.ts';
import type { EngagementRow } from '../database/engagement-schema.ts';
import { findEngagement } from './engagements.ts';
import { inviteeToken } from './invitee-changes.ts';
import { inviteeById } from './invitees.ts';
import { ownedBy } from '../keys.ts';
import { findResponse } from '../response-rows.ts';

/** Null where nobody was asked, or the link or its engagement is gone. */
export async function invitationOf(db: Db, id: string | null): Promise<Invitation | null> {
	const invitee = id === null ? null : await inviteeById(id, db);
	if (invitee === null || (await findEngagement(invitee.engagement, db)) === null) return null;
	return { token: inviteeToken(invitee), name: invitee.id };
}

/** Who asked somebody, by what promise: also of those whose link is dead, as a promise outlives it. Null: nobody did. */
export async function askedBy(
	db: Db,
	invitation: string | null
): Promise<(Pick<EngagementRow, 'client' | 'promise'> & { readonly address: string }) | null> {
	if (invitation === null) return null;
	const row = await db
		.selectFrom('invitees')
		.innerJoin('engagements', 'engagements.id', 'invitees.engagement')
		.select(['engagements.client', 'engagements.promise', 'invitees.address'])
		.where('invitees.id', '=', invitation)
		.executeTakeFirst();
	return row ?? null;
}

/** The ids of all who were promised that nobody learns what they said: what is theirs is told of nowhere by itself. */
export const promisedAnonymity = (db: Db) =>
	db
		.selectFrom('invitees')
		.innerJoin('engagements', 'engagements.id', 'invitees.engagement')
		.select('invitees.id')
		.where('engagements.promise', '=', 'anonymous');

/** Whether the response of this owner key came after its engagement was closed, where nothing late is taken. */
export async function isUncounted(ownerKey: string): Promise<boolean> {
	const db = await database();
	const id = await ownedBy(ownerKey, db);
	const invitation = (id === null ? null : await findResponse(db, id))?.invitation ?? null;
	const invitee = invitation === null ? null : await inviteeById(invitation, db);
	const engagement = invitee && (await findEngagement(invitee.engagement, db));
	if (!invitee || !engagement || engagement.closed_at === null) return false;
	return invitee.response === id && invitee.completed_at === null;
}
