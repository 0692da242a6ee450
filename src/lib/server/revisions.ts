// The table of revisions: what a response said each time it was completed. A row is never changed.
import type { Marks } from '#core/survey/draft.ts';
import type { Db } from './database/database.ts';
import type { RevisionRow } from './database/schema.ts';
import { storedJson } from './database/stored-json.ts';

export type Revision = Omit<RevisionRow, 'answers'> & { readonly answers: Marks };

/** What was said, without what it is compared with. */
export type Said = Omit<Revision, 'edition' | 'edition_before' | 'published'>;

export async function addRevision(db: Db, revision: Revision): Promise<void> {
	await db
		.insertInto('revisions')
		.values({ ...revision, answers: JSON.stringify(revision.answers) })
		.execute();
}

/** In the order of completion. */
export async function revisionsOf(db: Db, response: string): Promise<readonly Revision[]> {
	const rows = await db
		.selectFrom('revisions')
		.selectAll()
		.where('response', '=', response)
		.orderBy('revision')
		.execute();
	return rows.map((row) => ({ ...row, answers: storedJson<Marks>(row.answers) }));
}

export const latestRevision = async (db: Db, response: string): Promise<Revision | null> =>
	(await revisionsOf(db, response)).at(-1) ?? null;
