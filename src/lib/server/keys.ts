// The table of keys: who may do what with which response. Only hashes stand in it.
import { change, database, type Db } from './database/database.ts';
import { derivedToken, tokenHash, type Purpose } from './tokens.ts';

export type Scope = 'whole' | 'company';

/** What a key opens. */
export type Access = {
	readonly response: string;
	readonly purpose: Purpose;
	readonly scope: Scope;
	readonly generation: number;
};

/** What this token opens, unless it was revoked; null for anything else, without saying why. */
export async function accessOf(token: string, db?: Db): Promise<Access | null> {
	const row = await (db ?? (await database()))
		.selectFrom('keys')
		.select(['response', 'purpose', 'scope', 'generation'])
		.where('hash', '=', tokenHash(token))
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return row ?? null;
}

/** The response of an owner key; null for any other key. */
export async function ownedBy(token: string, db?: Db): Promise<string | null> {
	const access = await accessOf(token, db);
	return access?.purpose === 'owner' ? access.response : null;
}

/** Changes the response of an owner key, alone; null for any other key, and for one revoked meanwhile. */
export async function changeOwned<Result>(
	token: string,
	work: (db: Db, response: string) => Promise<Result>
): Promise<Result | null> {
	const response = await ownedBy(token);
	if (response === null) return null;
	return change(response, async (db) => ((await ownedBy(token, db)) === null ? null : work(db, response)));
}

/** Makes a key valid, if it is not yet, and gives it. */
export async function issue(db: Db, access: Access, now: string): Promise<string> {
	const token = derivedToken(access.purpose, access.response, access.generation);
	await db
		.insertInto('keys')
		.values({ hash: tokenHash(token), ...access, label: '', created_at: now, revoked_at: null })
		.onConflict((conflict) => conflict.column('hash').doNothing())
		.execute();
	return token;
}

/** All keys of a purpose that a response ever had, revoked ones too. */
export async function keysOf(db: Db, response: string, purpose: Purpose) {
	return db
		.selectFrom('keys')
		.select(['scope', 'generation', 'label', 'created_at', 'revoked_at'])
		.where('response', '=', response)
		.where('purpose', '=', purpose)
		.orderBy('generation')
		.execute();
}

/** Whether there was such a key to revoke. */
export async function revoke(
	db: Db,
	response: string,
	purpose: Purpose,
	generation: number,
	now: string
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('keys')
		.set({ revoked_at: now })
		.where('response', '=', response)
		.where('purpose', '=', purpose)
		.where('generation', '=', generation)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
