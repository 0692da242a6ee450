// The table of refusals: addresses, hashed, to which no reminder or later mail goes any more, and the link by which one gets there.
import { hashOf, responsesWith } from './contacts.ts';
import { change, database } from './database/database.ts';
import { dropReminders, FOLLOW_UP, REMINDER } from './reminder-rows.ts';
import { derivedToken } from './tokens.ts';

const HASH = 32;

/** Says whose refusal it is and proves that it came from us, so nothing has to be kept of it. */
export const refusalToken = (hash: string): string => hash + derivedToken('refuse', hash, 1);

/** Keeps the refusal and drops the reminders that wait for this address. A token that is not ours changes nothing. */
export async function refuse(token: string): Promise<void> {
	const hash = token.slice(0, HASH);
	if (token !== refusalToken(hash)) return;
	await change(`refusal ${hash}`, async (db) => {
		await db
			.insertInto('refusals')
			.values({ address: hash, refused_at: new Date().toISOString() })
			.onConflict((conflict) => conflict.column('address').doNothing())
			.execute();
		const isTheirs = (address: string): boolean => hashOf(address) === hash;
		await dropReminders(db, await responsesWith(db, hash), isTheirs, [REMINDER, FOLLOW_UP]);
	});
}

export async function hasRefused(address: string): Promise<boolean> {
	const row = await (
		await database()
	)
		.selectFrom('refusals')
		.select('address')
		.where('address', '=', hashOf(address))
		.executeTakeFirst();
	return row !== undefined;
}
