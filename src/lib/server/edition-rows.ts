// The table of editions: what is known of peers at a date. A row is never changed; the newest is held in memory.
import { hashOf } from '#core/instrument/canonical.ts';
import type { Edition } from '#core/standing/edition.ts';
import type { Scope } from './contributions.ts';
import type { EditionRow } from './database/benchmark-schema.ts';
import { database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { Recent } from './recent.ts';

export type EditionSummary = Omit<EditionRow, 'document'>;

const recent = new Recent<Edition>(16);

export async function keepEdition(
	db: Db,
	{ instrument, major }: Scope,
	edition: Edition,
	origin: EditionRow['origin'],
	signer: string | null = null
): Promise<void> {
	const created_at = new Date().toISOString();
	const { id, date } = edition;
	const document = JSON.stringify(edition);
	const hash = hashOf(edition);
	await db
		.insertInto('editions')
		.values({ id, instrument, major, date, origin, hash, document, signer, created_at })
		.execute();
}

/** Null where there is none of this id. */
export async function editionById(id: string): Promise<Edition | null> {
	const known = recent.get(id);
	if (known !== undefined) return known;
	const db = await database();
	const row = await db.selectFrom('editions').select('document').where('id', '=', id).executeTakeFirst();
	if (row === undefined) return null;
	const edition = storedJson<Edition>(row.document);
	recent.set(id, edition);
	return edition;
}

/** Where they were all taken away. */
export const forgetEditions = (): void => recent.forget('');

/** All editions, the newest first; of one scope or of everything. */
export async function editionsOf(scope?: Scope): Promise<readonly EditionSummary[]> {
	const db = await database();
	return db
		.selectFrom('editions')
		.select(['id', 'instrument', 'major', 'date', 'origin', 'hash', 'signer', 'created_at'])
		.$if(scope !== undefined, (query) =>
			query.where('instrument', '=', scope?.instrument ?? '').where('major', '=', scope?.major ?? 0)
		)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
}

/** The newest of those counted here; null: there is none yet. */
export async function newestEdition(scope: Scope): Promise<Edition | null> {
	const [newest] = (await editionsOf(scope)).filter(({ origin }) => origin === 'own');
	return newest === undefined ? null : editionById(newest.id);
}

/** The id of the newest of those that others published, by its date; null: none was imported. */
export async function newestPublished({ instrument, major }: Scope): Promise<string | null> {
	const db = await database();
	const row = await db
		.selectFrom('editions')
		.select('id')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('origin', '=', 'imported')
		.orderBy('date', 'desc')
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? null;
}
