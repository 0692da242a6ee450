// What was only sent to an address and comes back with a change → somebody reads that address, and their company is known.
import { z } from 'zod';
import { hashOf } from './contacts.ts';
import { change, database, type Db } from './database/database.ts';
import { ownedBy } from './keys.ts';
import { recognise } from './recognising.ts';
import type { Stored } from './response-rows.ts';
import { derivedToken, isTokenOf, tokenHash } from './tokens.ts';

/** The name under which a mailed link to a report carries its token. */
export const MAILED = 'mail';

/** What stands in links that are mailed to an address, and nowhere else: to go on by, or to say on a report where it came from. */
type Mailed = 'mailed resume' | 'mailed report';

const tokenTo = (purpose: Mailed, response: string, hash: string): string =>
	derivedToken(purpose, `${response} ${hash}`, 1);

/** A key to go on with, for this address. */
export const mailedResume = (response: string, address: string): string =>
	tokenTo('mailed resume', response, hashOf(address));

/** The path of a report as it is mailed to its owner. */
export const mailedReport = ({ id, generation }: Pick<Stored, 'id' | 'generation'>, address: string): string =>
	`/r/${derivedToken('owner', id, generation)}?${MAILED}=${tokenTo('mailed report', id, hashOf(address))}`;

export type Reached = {
	readonly address: string;
	readonly company: string | null;
	readonly verified_at: string | null;
};

/** The address, as it is kept, that such a token was mailed to; null for every other text. */
export async function reachedBy(
	db: Db,
	response: string,
	token: string,
	purpose: Mailed = 'mailed report'
): Promise<Reached | null> {
	if (token === '') return null;
	const contacts = await db
		.selectFrom('contacts')
		.select(['address', 'company', 'verified_at'])
		.where('response', '=', response)
		.execute();
	return contacts.find(({ address }) => isTokenOf(tokenHash(tokenTo(purpose, response, address)), token)) ?? null;
}

/** Notes it, once. Only ever called where something is changed: whoever looks at mail for others opens links. */
export async function verify(db: Db, response: string, { address, verified_at }: Reached): Promise<void> {
	if (verified_at !== null) return;
	await db
		.updateTable('contacts')
		.set({ verified_at: new Date().toISOString() })
		.where('response', '=', response)
		.where('address', '=', address)
		.execute();
	await recognise(db, response);
}

/** The token, if an address that names a company can be confirmed by it, and is not yet; else null. */
export async function confirmable(ownerKey: string, token: string | null): Promise<string | null> {
	const db = await database();
	const response = token === null ? null : await ownedBy(ownerKey, db);
	const reached = token === null || response === null ? null : await reachedBy(db, response, token);
	return reached !== null && reached.company !== null && reached.verified_at === null ? token : null;
}

/** Confirms it. Whether the token is one that was mailed to somebody with this report. */
export async function confirm(ownerKey: string, token: string): Promise<boolean> {
	const response = await ownedBy(ownerKey);
	if (response === null) return false;
	return change(response, async (db) => {
		const reached = await reachedBy(db, response, token);
		if (reached !== null) await verify(db, response, reached);
		return reached !== null;
	});
}

/** The same where an owner does something on a page that a mailed link has opened, as the browser says. */
export async function confirmFrom(ownerKey: string, referer: string | null): Promise<void> {
	const page = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
	const token = page?.pathname === `/r/${ownerKey}` ? page.searchParams.get(MAILED) : null;
	if (token) await confirm(ownerKey, token);
}

/** The token that a form brings; empty: none. */
export function tokenIn(body: unknown): string {
	const read = z.looseObject({ [MAILED]: z.string().max(64) }).safeParse(body);
	return read.success ? (read.data[MAILED] ?? '') : '';
}
