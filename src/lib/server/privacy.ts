// An owner key → everything that is kept about the response, or nothing of it any more.
import { activitiesOf } from './activities.ts';
import { contactsOf } from './contacts.ts';
import { database, tidyDatabase } from './database/database.ts';
import { eraseFrom, forget } from './erasing.ts';
import { changeOwned, keysOf, ownedBy } from './keys.ts';
import { findLead } from './leads.ts';
import { reminderDue } from './reminder-rows.ts';
import { findResponse } from './response-rows.ts';
import { revisionsOf } from './revisions.ts';
import { targetOf } from './targets.ts';

/** All that is kept, as plain data, but for what would let a reader in; null for any key but an owner's. */
export async function exportOf(ownerKey: string) {
	const db = await database();
	const id = await ownedBy(ownerKey, db);
	const stored = id === null ? null : await findResponse(db, id);
	if (stored === null) return null;
	const { edit_key: _, generation: __, ...response } = stored;
	const revisions = await revisionsOf(db, stored.id);
	const shares = await keysOf(db, stored.id, 'share');
	return {
		response,
		revisions: revisions.map(({ revision, hash, answers, completed_at }) => ({
			revision,
			hash,
			answers,
			completed_at
		})),
		target: await targetOf(db, stored.id),
		shares: shares.map(({ scope, created_at, revoked_at }) => ({ scope, created_at, revoked_at })),
		// An address is kept as a hash only, so that all there is to say is since when.
		contacts: await contactsOf(db, stored.id),
		// With the words of every box that was ticked, and when.
		lead: await findLead(db, stored.id),
		activities: await activitiesOf(db, stored.id),
		reminder: await reminderDue(db, stored.id)
	};
}

/** Deletes the response and all that hangs on it. Whether there was one. */
export async function erase(ownerKey: string): Promise<boolean> {
	const erased = await changeOwned(ownerKey, (db, id) => eraseFrom(db, id, new Date().toISOString()));
	if (erased === null) return false;
	forget(erased);
	await tidyDatabase();
	return true;
}
