// The tables of releases: what went out to a client, whose answers are in it, and what is left of them.
import { FEWEST_VOICES } from '#core/group/agreement.ts';
import type { Voice } from '#core/group/apart.ts';
import type { Report } from '#core/report/report.ts';
import { database, type Db } from '../database/database.ts';
import type { ReleaseRow } from '../database/engagement-schema.ts';
import { storedJson } from '../database/stored-json.ts';

export type Release = Omit<ReleaseRow, 'document'> & { readonly document: Report };
export type ReleaseHead = Omit<ReleaseRow, 'document' | 'token'>;

export async function insertRelease(
	db: Db,
	row: Omit<ReleaseRow, 'document'>,
	document: string,
	voices: readonly Voice[]
): Promise<void> {
	await db
		.insertInto('releases')
		.values({ ...row, document })
		.execute();
	const rows = voices.map(({ response, group }, at) => ({ release: row.id, at, response, role_group: group }));
	for (let from = 0; from < rows.length; from += 200)
		await db
			.insertInto('release_voices')
			.values(rows.slice(from, from + 200))
			.execute();
}

/** Those of an engagement, the youngest first. */
export async function releaseHeads(engagement: string, db?: Db): Promise<readonly ReleaseHead[]> {
	return (db ?? (await database()))
		.selectFrom('releases')
		.select(['id', 'engagement', 'hash', 'released_by', 'released_at', 'withdrawn_by', 'withdrawn_at'])
		.where('engagement', '=', engagement)
		.orderBy('released_at', 'desc')
		.orderBy('id')
		.execute();
}

export async function releaseByHash(token: string): Promise<Release | null> {
	const row = await (await database()).selectFrom('releases').selectAll().where('token', '=', token).executeTakeFirst();
	return row === undefined ? null : { ...row, document: storedJson<Report>(row.document) };
}

/** Whose answers are in each release of an engagement. */
export async function voicesIn(db: Db, engagement: string): Promise<ReadonlyMap<string, readonly Voice[]>> {
	const rows = await db
		.selectFrom('release_voices')
		.innerJoin('releases', 'releases.id', 'release_voices.release')
		.select(['release_voices.release', 'release_voices.response', 'release_voices.role_group'])
		.where('releases.engagement', '=', engagement)
		.orderBy('release_voices.release')
		.orderBy('release_voices.at')
		.execute();
	const found = new Map<string, Voice[]>();
	for (const { release, response, role_group: group } of rows)
		found.set(release, [...(found.get(release) ?? []), { response, group }]);
	return found;
}

/** What one or two people amount to is theirs: where one of them is erased, it goes with them. */
export async function eraseReleases(db: Db, response: string): Promise<void> {
	const theirs = await db.selectFrom('release_voices').select('release').where('response', '=', response).execute();
	for (const { release } of theirs) {
		const all = await db.selectFrom('release_voices').select('at').where('release', '=', release).execute();
		if (all.length < FEWEST_VOICES) await db.deleteFrom('releases').where('id', '=', release).execute();
	}
}
