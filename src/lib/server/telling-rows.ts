// The table of tellings: by fingerprints, whom each peer group held when it was told, so that the next is no hint at anybody.
import type { Telling } from '#core/benchmark/guarded.ts';
import type { Scope } from './contributions.ts';
import type { Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';

/** So many are remembered: what is reckoned with them takes a second or two. */
const MOST = 300;

/** The latest, the oldest first. */
export async function readTellings(db: Db, { instrument, major }: Scope): Promise<readonly Telling[]> {
	const rows = await db
		.selectFrom('tellings')
		.select(['name', 'members'])
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.orderBy('stamp', 'desc')
		.orderBy('name')
		.limit(MOST)
		.execute();
	return rows.map(({ name, members }) => ({ name, members: new Set(storedJson<string[]>(members)) })).reverse();
}

/** Adds those of a count, and forgets the counts whose last one is older than the latest `MOST`. */
export async function keepTellings(
	db: Db,
	{ instrument, major }: Scope,
	tellings: readonly Telling[],
	stamp: string
): Promise<void> {
	for (const { name, members } of tellings) {
		const kept = JSON.stringify([...members].sort());
		await db.insertInto('tellings').values({ instrument, major, stamp, name, members: kept }).execute();
	}
	const oldest = await db
		.selectFrom('tellings')
		.select('stamp')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.orderBy('stamp', 'desc')
		.orderBy('name')
		.offset(MOST)
		.limit(1)
		.executeTakeFirst();
	if (oldest === undefined) return;
	await db
		.deleteFrom('tellings')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('stamp', '<', oldest.stamp)
		.execute();
}
