// The table of instruments in use: whatever a response is pinned to can always be read again, unchanged.
import type { Instrument } from '#core/instrument/instrument.ts';
import { questionnaireOf, type Questionnaire } from '#core/instrument/questionnaire.ts';
import { asOfToday, type Stored } from '#core/instrument/stored.ts';
import { content } from './content.ts';
import { database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { Recent } from './recent.ts';

const recent = new Recent<Instrument>(32);

/** The instrument with this hash as it was compiled when it was first answered; null if it never was. */
export async function instrumentByHash(hash: string, db?: Db): Promise<Instrument | null> {
	const known = recent.get(hash);
	if (known !== undefined) return known;
	const row = await (db ?? (await database()))
		.selectFrom('instruments')
		.select('compiled')
		.where('hash', '=', hash)
		.executeTakeFirst();
	if (row === undefined) return null;
	const instrument = asOfToday(storedJson<Stored>(row.compiled));
	recent.set(hash, instrument);
	return instrument;
}

/**
 * The instrument that a new response is pinned to: the one with the hash that the participant saw, else the current
 * one of that id. Null: there is no such instrument.
 */
export async function pinned(db: Db, id: string, hash: string | undefined, now: string): Promise<Instrument | null> {
	const current = content().instruments.get(id) ?? null;
	if (current === null) return null;
	if (hash !== undefined && hash !== current.hash) {
		const seen = await instrumentByHash(hash, db);
		if (seen?.id === id) return seen;
	}
	await keep(db, current, now);
	return current;
}

/** Every instrument that people see from now on: whoever has a page open while the content changes goes on with it. */
export async function keepInstruments(): Promise<void> {
	const db = await database();
	for (const instrument of content().instruments.values()) await keep(db, instrument, new Date().toISOString());
}

async function keep(db: Db, instrument: Instrument, now: string): Promise<void> {
	const { hash, id, version } = instrument;
	if (await isKept(db, hash)) return;
	await db
		.insertInto('instruments')
		.values({ hash, id, version, compiled: JSON.stringify(instrument), created_at: now })
		.onConflict((conflict) => conflict.column('hash').doNothing())
		.execute();
}

/** Asked of the database and not remembered: a transaction that kept it may have failed. */
async function isKept(db: Db, hash: string): Promise<boolean> {
	const row = await db.selectFrom('instruments').select('hash').where('hash', '=', hash).executeTakeFirst();
	return row !== undefined;
}

/** The day on which this instrument was first answered, `yyyy-mm-dd`; null while nobody has. */
export async function firstAnswered(hash: string): Promise<string | null> {
	const db = await database();
	const row = await db.selectFrom('instruments').select('created_at').where('hash', '=', hash).executeTakeFirst();
	return row === undefined ? null : row.created_at.slice(0, 10);
}

/** What a participant saw of an instrument that has been edited since; null if nobody ever answered it. */
export async function earlierQuestionnaire(id: string, hash: string): Promise<Questionnaire | null> {
	const instrument = await instrumentByHash(hash);
	return instrument?.id === id ? questionnaireOf(instrument) : null;
}
