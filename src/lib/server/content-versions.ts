// The versions of an instrument that are kept, with how many responses hang on each: numbers, and nobody among them.
import { database } from './database/database.ts';

export type KeptVersion = {
	readonly hash: string;
	readonly version: string;
	/** ISO 8601: when this server first offered it. */
	readonly since: string;
	readonly completed: number;
	readonly unfinished: number;
};

/** By the id of the instrument, the newest first; those of instruments that are gone too. Test answers are not counted. */
export async function keptVersions(): Promise<ReadonlyMap<string, readonly KeptVersion[]>> {
	const db = await database();
	const [rows, counts] = await Promise.all([
		db
			.selectFrom('instruments')
			.select(['hash', 'id', 'version', 'created_at'])
			.orderBy('created_at', 'desc')
			.execute(),
		db
			.selectFrom('responses')
			.select(({ fn }) => ['instrument', 'hash', 'state', fn.countAll().as('count')])
			.where('is_test', '=', 0)
			.groupBy(['instrument', 'hash', 'state'])
			.execute()
	]);
	const counted = new Map(counts.map(({ hash, state, count }) => [`${hash} ${state}`, Number(count)]));
	const versions = new Map<string, KeptVersion[]>();
	for (const { hash, id, version, created_at } of rows) {
		const kept = versions.get(id) ?? [];
		versions.set(id, kept);
		kept.push({
			hash,
			version,
			since: created_at,
			completed: counted.get(`${hash} completed`) ?? 0,
			unfinished: counted.get(`${hash} open`) ?? 0
		});
	}
	return versions;
}
