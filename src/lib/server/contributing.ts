// A response that was completed → its part in the benchmark, written with the completion or, for old ones, later.
import { instrumentByHash } from './instruments.ts';
import { contribute } from './contributions.ts';
import { contributionOf } from './contribution-rows.ts';
import { change, database, type Db } from './database/database.ts';
import { findResponse, type Stored } from './response-rows.ts';
import { medianOf } from './medians.ts';
import { latestRevision, type Said } from './revisions.ts';
import { senderOf } from './senders.ts';

/** Test answers add nothing. */
export async function contributeRevision(db: Db, stored: Stored, revision: Said): Promise<void> {
	if (stored.is_test === 1) return;
	const instrument = await instrumentByHash(revision.hash, db);
	if (instrument === null) throw new Error(`the instrument ${revision.hash} is not kept`);
	const median = await medianOf(db, instrument);
	await contribute(db, contributionOf(stored, revision, instrument, await senderOf(db, stored), median));
}

/** Adds what was completed before there were benchmarks. How many responses that were. */
export async function contributeEarlier(instrument: string, signal?: AbortSignal): Promise<number> {
	const db = await database();
	let count = 0;
	for (;;) {
		signal?.throwIfAborted();
		const rows = await db
			.selectFrom('responses')
			.leftJoin('contributions', 'contributions.response', 'responses.id')
			.select('responses.id')
			.where('responses.instrument', '=', instrument)
			.where('responses.completed_at', 'is not', null)
			.where('responses.is_test', '=', 0)
			.where('contributions.id', 'is', null)
			.limit(100)
			.execute();
		if (rows.length === 0) return count;
		for (const { id } of rows) {
			await change(id, async (inside) => {
				const stored = await findResponse(inside, id);
				const revision = await latestRevision(inside, id);
				if (stored !== null && revision !== null) await contributeRevision(inside, stored, revision);
			});
			count += 1;
		}
	}
}
