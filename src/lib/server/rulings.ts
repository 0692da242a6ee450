// A reviewer's last word on whether a response counts for the benchmark: given with a reason, noted, and taken back.
import { statusOf } from '#core/answers/flags.ts';
import { note, type Actor } from './audit.ts';
import type { ContributionRow } from './database/benchmark-schema.ts';
import { change, database, type Db } from './database/database.ts';
import { askedBy } from './engagement/invited.ts';
import { findResponse } from './response-rows.ts';
import { storedJson } from './database/stored-json.ts';

type Ruling = NonNullable<ContributionRow['ruling']>;

/** What a response contributes now; null for what was erased, or answered anew since. */
export async function contributionBy(id: string, db?: Db): Promise<(ContributionRow & { response: string }) | null> {
	const source = db ?? (await database());
	const of = source.selectFrom('contributions').selectAll();
	const row = await of.where('id', '=', id).executeTakeFirst();
	const response = row?.response ?? null;
	if (row === undefined || response === null) return null;
	const invitation = (await findResponse(source, response))?.invitation ?? null;
	if ((await askedBy(source, invitation))?.promise === 'anonymous') return null;
	const newest = await of.where('response', '=', response).orderBy('at', 'desc').limit(1).executeTakeFirst();
	return newest?.id === id ? { ...row, response } : null;
}

/** Counts from the next edition on. Whether there was anything to rule on. */
export const rule = (actor: Actor, id: string, ruling: Ruling, reason: string): Promise<boolean> =>
	changed(id, async (db) => {
		const by = { reason, ruled_by: actor, ruled_at: new Date().toISOString() };
		const eligible = ruling === 'included' ? 1 : 0;
		await db
			.updateTable('contributions')
			.set({ ruling, eligible, ...by })
			.where('id', '=', id)
			.execute();
		await note(db, actor, 'contribution.ruled', subjectOf(id), { ruling, reason });
	});

/** The flags decide again. */
export const takeBack = (actor: Actor, id: string): Promise<boolean> =>
	changed(id, async (db, { flags, ruling }) => {
		if (ruling === null) return;
		const eligible = statusOf(storedJson<readonly string[]>(flags)) === 'included' ? 1 : 0;
		const nobody = { ruling: null, reason: null, ruled_by: null, ruled_at: null };
		await db
			.updateTable('contributions')
			.set({ eligible, ...nobody })
			.where('id', '=', id)
			.execute();
		await note(db, actor, 'contribution.unruled', subjectOf(id), { ruling });
	});

async function changed(id: string, work: (db: Db, row: ContributionRow) => Promise<void>): Promise<boolean> {
	const found = await contributionBy(id);
	if (found === null) return false;
	return change(found.response, async (db) => {
		const row = await contributionBy(id, db);
		if (row !== null) await work(db, row);
		return row !== null;
	});
}

/** Enough to find it by, while it is there. */
const subjectOf = (id: string): string => `contribution ${id.slice(0, 12)}`;
