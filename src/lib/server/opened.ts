// A report key → the completed response behind it, as it was said last, and what the key may see of it.
import type { Instrument } from '#core/instrument/instrument.ts';
import { database } from './database/database.ts';
import { instrumentByHash } from './instruments.ts';
import { accessOf, type Scope } from './keys.ts';
import { findResponse, type Stored } from './response-rows.ts';
import { latestRevision, type Revision } from './revisions.ts';

export type Opened = {
	readonly purpose: 'owner' | 'share';
	readonly scope: Scope;
	readonly stored: Stored;
	readonly revision: Revision;
};

/** Null for every text that is no owner or share key, revoked and erased ones included. */
export async function opened(key: string): Promise<Opened | null> {
	const db = await database();
	const access = await accessOf(key, db);
	if (access === null || access.purpose === 'resume') return null;
	const stored = await findResponse(db, access.response);
	const revision = await latestRevision(db, access.response);
	if (stored === null || revision === null) return null;
	return { purpose: access.purpose, scope: access.scope, stored, revision };
}

/** The instrument that a revision answered. Throws where it is not kept: that would be a fault of ours. */
export async function instrumentOf({ hash }: Pick<Revision, 'hash'>): Promise<Instrument> {
	const instrument = await instrumentByHash(hash);
	if (instrument === null) throw new Error(`the instrument ${hash} is not kept`);
	return instrument;
}
