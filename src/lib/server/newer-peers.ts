// An owner key → the same report against the newest edition, once its owner asks for that.
import { changeOwned } from './keys.ts';
import { instrumentOf, opened } from './opened.ts';
import { forgetPdfs } from './pdf.ts';
import { forgetPictures } from './picture.ts';
import { newerEdition } from './report-edition.ts';
import { forgetReports } from './reports.ts';
import { latestRevision } from './revisions.ts';

/**
 * Lets the report of the latest revision compare with the newest edition, and keeps which one it was before, so that the
 * report can say what that changed. Done again it changes nothing. False: the key is no owner's.
 */
export async function moveToNewestPeers(ownerKey: string): Promise<boolean> {
	const found = await opened(ownerKey);
	if (found?.purpose !== 'owner') return false;
	const newer = await newerEdition(found.revision, await instrumentOf(found.revision));
	if (newer === null) return true;
	const moved = await changeOwned(ownerKey, async (db, response) => {
		const revision = await latestRevision(db, response);
		// One that was completed meanwhile has an edition of its own.
		if (revision?.revision !== found.revision.revision || revision.edition === newer.id) return response;
		await db
			.updateTable('revisions')
			.set({ edition: newer.id, edition_before: revision.edition })
			.where('response', '=', response)
			.where('revision', '=', revision.revision)
			.execute();
		return response;
	});
	if (moved === null) return false;
	forgetReports(moved);
	forgetPdfs(moved);
	forgetPictures(moved);
	return true;
}
