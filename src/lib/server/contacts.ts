// The table of contacts: which responses a mail address belongs to. The address can be found in it, not read.
import { createHmac } from 'node:crypto';
import { database, type Db } from './database/database.ts';
import { secret } from './secret.ts';

/** What is kept of an address: 192 bits, base64url, the same however it is capitalised, worth nothing without our secret. */
export function hashOf(address: string): string {
	const mac = createHmac('sha256', secret()).update(`address\n${address.trim().toLowerCase()}`).digest();
	return mac.subarray(0, 24).toString('base64url');
}

/** Notes that this address was given for a response. */
export async function remember(db: Db, response: string, address: string): Promise<void> {
	await db
		.insertInto('contacts')
		.values({
			response,
			address: hashOf(address),
			company: null,
			verified_at: null,
			created_at: new Date().toISOString()
		})
		.onConflict((conflict) => conflict.columns(['response', 'address']).doNothing())
		.execute();
}

/** The ids of the responses that an address was given for. */
export const responsesOf = async (address: string): Promise<readonly string[]> =>
	responsesWith(await database(), hashOf(address));

/** The same by what is kept of the address. */
export async function responsesWith(db: Db, hash: string): Promise<readonly string[]> {
	const rows = await db.selectFrom('contacts').select('response').where('address', '=', hash).execute();
	return rows.map(({ response }) => response);
}

/** Since when addresses are kept for a response, the oldest first. */
export const contactsOf = (db: Db, response: string): Promise<readonly { readonly created_at: string }[]> =>
	db.selectFrom('contacts').select('created_at').where('response', '=', response).orderBy('created_at').execute();
