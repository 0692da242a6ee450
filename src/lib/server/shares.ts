// What an owner gives away: links that only read, for the whole report or the company part, until revoked.
import { database } from './database/database.ts';
import { changeOwned, issue, keysOf, ownedBy, revoke, type Scope } from './keys.ts';
import { derivedToken } from './tokens.ts';

export type Share = {
	/** Names it to its owner only. */
	readonly id: string;
	readonly scope: Scope;
	/** `/r/<share key>` */
	readonly path: string;
	readonly createdAt: string;
};

/** The shares that are open, oldest first; none for any key but an owner's. */
export async function sharesOf(ownerKey: string): Promise<readonly Share[]> {
	const db = await database();
	const response = await ownedBy(ownerKey, db);
	if (response === null) return [];
	const rows = await keysOf(db, response, 'share');
	return rows
		.filter(({ revoked_at }) => revoked_at === null)
		.map(({ scope, generation, created_at }) => ({
			id: String(generation),
			scope,
			path: `/r/${derivedToken('share', response, generation)}`,
			createdAt: created_at
		}));
}

/** Makes one more share; null for any key but an owner's. */
export async function share(ownerKey: string, scope: Scope): Promise<Share | null> {
	return changeOwned(ownerKey, async (db, response) => {
		const generation = ((await keysOf(db, response, 'share')).at(-1)?.generation ?? 0) + 1;
		const createdAt = new Date().toISOString();
		const token = await issue(db, { response, purpose: 'share', scope, generation }, createdAt);
		return { id: String(generation), scope, path: `/r/${token}`, createdAt };
	});
}

/** Whether the owner had such a share open. */
export async function unshare(ownerKey: string, id: string): Promise<boolean> {
	const db = await database();
	const response = await ownedBy(ownerKey, db);
	if (response === null || !/^[1-9]\d{0,8}$/.test(id)) return false;
	return revoke(db, response, 'share', Number(id), new Date().toISOString());
}
