// The table of editions: what is known of peers at a date. A row is never changed; the newest is held in memory.
import { hashOf } from '#core/instrument/canonical.ts';
import type { Edition } from '#core/standing/edition.ts';
import { held, sizeOf, type HeldEdition } from '#core/standing/held.ts';
import type { Scope } from './contributions.ts';
import type { EditionRow } from './database/benchmark-schema.ts';
import { database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { Recent } from './recent.ts';

export type EditionSummary = Omit<EditionRow, 'document'>;

/** What all editions in memory may take, in bytes. */
const MOST = 64_000_000;

const recent = new Recent<{ readonly edition: HeldEdition; readonly bytes: number }>(MOST, ({ bytes }) => bytes);

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

/** As it is held in memory. Null where there is none of this id. */
export async function editionById(id: string): Promise<HeldEdition | null> {
	const known = recent.get(id);
	if (known !== undefined) return known.edition;
	const document = await documentOf(id);
	if (document === null) return null;
	const edition = held(document);
	recent.set(id, { edition, bytes: sizeOf(edition) });
	return edition;
}

async function documentOf(id: string): Promise<Edition | null> {
	const db = await database();
	const row = await db.selectFrom('editions').select('document').where('id', '=', id).executeTakeFirst();
	return row === undefined ? null : storedJson<Edition>(row.document);
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
export async function newestEdition(scope: Scope): Promise<HeldEdition | null> {
	const id = await newestId(await database(), scope);
	return id === null ? null : editionById(id);
}

/** The same as it was written, for the edition that follows: read afresh, and not held on to. */
export async function newestDocument(scope: Scope): Promise<Edition | null> {
	const id = await newestId(await database(), scope);
	return id === null ? null : documentOf(id);
}

/** The id of the newest edition, counted here or imported; null: there is none. */
export async function newestId(
	db: Db,
	{ instrument, major }: Scope,
	origin: EditionRow['origin'] = 'own'
): Promise<string | null> {
	const row = await db
		.selectFrom('editions')
		.select('id')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('origin', '=', origin)
		// What others published is as new as its date says, whenever it was imported.
		.$if(origin === 'imported', (query) => query.orderBy('date', 'desc'))
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? null;
}
