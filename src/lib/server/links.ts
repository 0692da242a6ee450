// Links that work once and not for long: what is kept of one in the table of verifications, and its token.
import { randomUUID } from 'node:crypto';
import type { Db } from './database/database.ts';
import { derivedToken, tokenHash } from './tokens.ts';

export type LinkPurpose = 'recovery' | 'address-change';

const identifierOf = (purpose: LinkPurpose, token: string): string => `${purpose} ${tokenHash(token)}`;

/** The token that a kept link has, to be put into a mail. */
export const linkToken = (purpose: LinkPurpose, id: string): string => derivedToken(purpose, id, 1);

/** `value` begins with the id of the person that it is for, so that ending their sessions ends it too. Gives its id. */
export async function keepLink(db: Db, purpose: LinkPurpose, value: string, lasts: number): Promise<string> {
	const [id, now] = [randomUUID(), Date.now()];
	const at = new Date(now).toISOString();
	await db
		.insertInto('verifications')
		.values({
			id,
			identifier: identifierOf(purpose, linkToken(purpose, id)),
			value,
			expiresAt: new Date(now + lasts).toISOString(),
			createdAt: at,
			updatedAt: at
		})
		.execute();
	return id;
}

/** What it stands for; null once it is used or over. Nothing is changed by asking. */
export async function linkValue(db: Db, purpose: LinkPurpose, token: string): Promise<string | null> {
	const row = await db
		.selectFrom('verifications')
		.select('value')
		.where('identifier', '=', identifierOf(purpose, token))
		.where('expiresAt', '>', new Date().toISOString())
		.executeTakeFirst();
	return row?.value ?? null;
}

/** The same by the id that a mail names. */
export async function linkOf(db: Db, id: string): Promise<string | null> {
	const row = await db
		.selectFrom('verifications')
		.select('value')
		.where('id', '=', id)
		.where('expiresAt', '>', new Date().toISOString())
		.executeTakeFirst();
	return row?.value ?? null;
}

/** Takes it: of all who ask at the same time one gets what it stands for. */
export async function takeLink(db: Db, purpose: LinkPurpose, token: string): Promise<string | null> {
	const row = await db
		.deleteFrom('verifications')
		.where('identifier', '=', identifierOf(purpose, token))
		.where('expiresAt', '>', new Date().toISOString())
		.returning('value')
		.executeTakeFirst();
	return row?.value ?? null;
}
