// The table of API keys: who may ask for what without a person being there. Only hashes stand in it.
import { randomBytes } from 'node:crypto';
import { note, type Actor } from './audit.ts';
import type { ApiKeyRow } from './database/campaign-schema.ts';
import { change, database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { tokenHash } from './tokens.ts';

export const scopes = ['responses:read', 'leads:read', 'campaigns:read', 'engagements:read', 'editions:read'] as const;

export type Scope = (typeof scopes)[number];

/** Those that open something by now. */
export const offeredScopes = [
	'responses:read',
	'leads:read',
	'campaigns:read',
	'editions:read'
] as const satisfies readonly Scope[];

/** A key that is valid now. */
export type ApiKey = { readonly id: string; readonly name: string; readonly scopes: readonly Scope[] };

export type ListedKey = ApiKey &
	Pick<ApiKeyRow, 'created_by' | 'created_at' | 'expires_at' | 'last_used_at' | 'revoked_at'>;

export type KeyChoice = {
	readonly name: string;
	readonly scopes: readonly Scope[];
	/** `yyyy-mm-dd`: the last day in UTC; null: it does not expire. */
	readonly lastDay: string | null;
};

/** Known at a glance, and by scanners for secrets that were left lying about. */
const PREFIX = 'bw_';

const HOUR = 3_600_000;

/** Makes one under an id that the form had from us. The key itself is given this once; null: it was made already. */
export const addKey = (actor: Actor, id: string, { name, scopes, lastDay }: KeyChoice): Promise<string | null> =>
	change(`key ${id}`, async (db) => {
		const there = await db.selectFrom('api_keys').select('id').where('id', '=', id).executeTakeFirst();
		if (there !== undefined) return null;
		const token = PREFIX + randomBytes(24).toString('base64url');
		await db
			.insertInto('api_keys')
			.values({
				id,
				hash: tokenHash(token),
				name,
				scopes: JSON.stringify([...new Set(scopes)]),
				created_by: actor,
				created_at: new Date().toISOString(),
				expires_at: lastDay === null ? null : `${lastDay}T23:59:59.999Z`,
				last_used_at: null,
				revoked_at: null
			})
			.execute();
		await note(db, actor, 'key.added', `key ${id}`, { name, scopes, lastDay });
		return token;
	});

/** The newest first, revoked and expired ones too. */
export async function allKeys(): Promise<readonly ListedKey[]> {
	const rows = await (
		await database()
	)
		.selectFrom('api_keys')
		.select(['id', 'name', 'scopes', 'created_by', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, scopes: storedJson<readonly Scope[]>(row.scopes) }));
}

/** Whether there was one to revoke. It is refused from the next request on. */
export const revokeKey = (actor: Actor, id: string): Promise<boolean> =>
	change(`key ${id}`, async (db) => {
		const { numUpdatedRows } = await db
			.updateTable('api_keys')
			.set({ revoked_at: new Date().toISOString() })
			.where('id', '=', id)
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return false;
		await note(db, actor, 'key.revoked', `key ${id}`);
		return true;
	});

/** Whom this token stands for, unless it was revoked or is too old; null for every other text. */
export async function apiKeyOf(token: string, date: Date): Promise<ApiKey | null> {
	if (!token.startsWith(PREFIX)) return null;
	const db = await database();
	const row = await db
		.selectFrom('api_keys')
		.select(['id', 'name', 'scopes', 'last_used_at'])
		.where('hash', '=', tokenHash(token))
		.where('revoked_at', 'is', null)
		.where((key) => key.or([key('expires_at', 'is', null), key('expires_at', '>=', date.toISOString())]))
		.executeTakeFirst();
	if (row === undefined) return null;
	const { id, name, last_used_at } = row;
	await noteUse(id, last_used_at, date);
	return { id, name, scopes: storedJson<readonly Scope[]>(row.scopes) };
}

/** To the hour: reading would else write with every request. A disk that is full keeps nobody from reading. */
async function noteUse(id: string, before: string | null, date: Date): Promise<void> {
	const hour = new Date(Math.floor(date.getTime() / HOUR) * HOUR).toISOString();
	if (before === hour) return;
	const db = await database();
	const update = db.updateTable('api_keys').set({ last_used_at: hour }).where('id', '=', id);
	await update.execute().catch(() => undefined);
}
