// The table of contacts: which responses a mail address belongs to. The address can be found in it, not read.
import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts';
import { database, type Db } from './database/database.ts';
import { isFreeMail } from './free-mail.ts';
import { recognise } from './recognising.ts';
import { secret } from './secret.ts';

/** What is kept of an address: 192 bits, base64url, the same however it is capitalised, worth nothing without our secret. */
export const hashOf = (address: string): string => keyed('address', address.trim().toLowerCase());

function keyed(what: 'address' | 'company', text: string): string {
	const mac = createHmac('sha256', secret()).update(`${what}\n${text}`).digest();
	return mac.subarray(0, 24).toString('base64url');
}

/**
 * The same of the company that an address is of, by the domain that was registered, whatever stands before it; null where
 * that is nobody's company, since anybody can have an address there.
 */
export function companyOf(address: string): string | null {
	const domain = domainToASCII(address.trim().toLowerCase().split('@').at(-1) ?? '');
	const registered = getDomain(domain, { allowPrivateDomains: true });
	return registered === null || isFreeMail(domain) || isFreeMail(registered) ? null : keyed('company', registered);
}

/** Notes that this address was given for a response. Whose the response is may be known from it. */
export async function remember(db: Db, response: string, address: string): Promise<void> {
	const company = companyOf(address);
	await db
		.insertInto('contacts')
		.values({ response, address: hashOf(address), company, verified_at: null, created_at: new Date().toISOString() })
		.onConflict((conflict) => conflict.columns(['response', 'address']).doUpdateSet({ company }))
		.execute();
	await recognise(db, response);
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
