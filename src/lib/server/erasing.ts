// A response → nothing of it, in one transaction: its rows, what waits to be sent about it, and a note for the ledger.
import { withdrawContributions } from './contributions.ts';
import { change, tidyDatabase, type Db } from './database/database.ts';
import { forgetAnswered } from './engagement/answered.ts';
import { unanswer } from './engagement/forgetting.ts';
import { forgetAmounts } from './engagement/results.ts';
import { eraseReleases } from './engagement/release-rows.ts';
import { noteErasures } from './erasures.ts';
import type { Handler } from './handler.ts';
import { withdraw } from './outbox-keeping.ts';
import { post } from './outbox.ts';
import { forgetPdfs } from './pdf.ts';
import { forgetPictures } from './picture.ts';
import { forgetReports } from './reports.ts';
import { deleteResponse, findResponse, takenAfter, type Stored } from './response-rows.ts';
import { Permanent } from './retries.ts';
import { tokenHash } from './tokens.ts';

/** What notes an erasure in the ledger, once it is on the disk. */
const ERASURE = 'erasure';

/** Takes it out with its revisions, keys, target, contacts and messages. Gives the responses whose reports told of it. */
export async function eraseFrom(db: Db, id: string, now: string): Promise<readonly string[]> {
	const later = await takenAfter(db, id);
	await removeFrom(db, id, now);
	const hash = tokenHash(id);
	await post(db, { id: `${ERASURE} ${hash}`, kind: ERASURE, payload: { hash } });
	return [id, ...later];
}

/** The same where the ledger has it already. */
export async function removeFrom(db: Db, id: string, now: string): Promise<void> {
	await withdraw(db, id);
	await withdrawContributions(db, id);
	await eraseReleases(db, id);
	await unanswer(db, id);
	await deleteResponse(db, id, now);
}

/** After the transaction: drops what is kept of them in memory. */
export function forget(responses: readonly string[]): void {
	forgetAmounts();
	for (const response of responses) {
		forgetReports(response);
		forgetPdfs(response);
		forgetPictures(response);
		forgetAnswered(response);
	}
}

/** Erases those of these responses that are there, and of which `still` holds. How many that were. */
export async function eraseAll(
	ids: readonly string[],
	still: (stored: Stored) => boolean = () => true
): Promise<number> {
	let count = 0;
	for (const id of ids) {
		const erased = await change(id, async (db) => {
			const stored = await findResponse(db, id);
			return stored !== null && still(stored) ? eraseFrom(db, id, new Date().toISOString()) : null;
		});
		forget(erased ?? []);
		if (erased !== null) count += 1;
	}
	if (count > 0) await tidyDatabase();
	return count;
}

/** Writes into the ledger what the database has forgotten. */
export const noteErasure: Handler = ({ payload }) => {
	const { hash } = payload;
	if (typeof hash !== 'string') throw new Permanent('there is no hash');
	noteErasures([hash]);
	return Promise.resolve();
};
