// An owner key → everything that is kept about the response, or nothing of it any more.
import { database, tidyDatabase } from './database/database.ts';
import { keysOf, ownedBy } from './keys.ts';
import { forgetPdfs } from './pdf.ts';
import { forgetPictures } from './picture.ts';
import { forgetReports } from './reports.ts';
import { deleteResponse, findResponse, takenAfter } from './response-rows.ts';
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
		shares: shares.map(({ scope, created_at, revoked_at }) => ({ scope, created_at, revoked_at }))
	};
}

/** Deletes the response, its revisions, its target and all its keys. Whether there was one. */
export async function erase(ownerKey: string): Promise<boolean> {
	const erased = await (await database()).transaction().execute(async (db) => {
		const id = await ownedBy(ownerKey, db);
		if (id === null) return null;
		const later = await takenAfter(db, id);
		await deleteResponse(db, id, new Date().toISOString());
		return [id, ...later];
	});
	if (erased === null) return false;
	// The reports of those taken again from it have told what it said.
	for (const response of erased) {
		forgetReports(response);
		forgetPdfs(response);
		forgetPictures(response);
	}
	await tidyDatabase();
	return true;
}
