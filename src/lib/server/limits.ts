// How often is too often. Generous: a whole sales force may sit behind one address. Counted for all processes together.
import { CompiledQuery, type Kysely } from 'kysely';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { connection } from './database/database.ts';
import type { Schema } from './database/schema.ts';
import { tokenHash } from './tokens.ts';

/** So many in so many seconds. */
const rates = {
	saves: { points: 300, duration: 60 },
	starts: { points: 3000, duration: 60 },
	changes: { points: 600, duration: 60 },
	asksOfKey: { points: 600, duration: 60 },
	mailsAnHour: { points: 5, duration: 3600 },
	mailsADay: { points: 20, duration: 86_400 },
	mailsOfResponse: { points: 10, duration: 86_400 },
	leadsOfResponse: { points: 20, duration: 86_400 },
	mailsToTeam: { points: 100, duration: 3600 },
	signInsOfAccount: { points: 20, duration: 900 },
	signInsFrom: { points: 100, duration: 900 }
} as const;

type Name = keyof typeof rates;
type Limiter = RateLimiterMemory | RateLimiterPostgres;

const limiters = new WeakMap<Kysely<Schema>, ReadonlyMap<Name, Limiter>>();

/** Seconds to wait before saving this response again; 0: go on. A response not seen of late counts for its address. */
export async function waitToSave(response: string, address: string): Promise<number> {
	const [seconds, isFirst] = await take('saves', response);
	if (seconds > 0 || !isFirst) return seconds;
	return (await take('starts', address))[0];
}

/** The same for every other change, by address. */
export const waitToChange = async (address: string): Promise<number> => (await take('changes', address))[0];

/** Before one more request with this API key. */
export const waitToAsk = async (key: string): Promise<number> => (await take('asksOfKey', key))[0];

/** Before one more mail to an address, named by its hash, that somebody asked for with this response. */
export const waitToMail = (addressHash: string, response: string): Promise<number> =>
	takeEach([
		['mailsOfResponse', response],
		['mailsAnHour', addressHash],
		['mailsADay', addressHash]
	]);

/** The same where somebody who is at this client address asked for it. */
export const waitToMailFrom = (addressHash: string, client: string): Promise<number> =>
	takeEach([
		['signInsFrom', client],
		['mailsAnHour', addressHash],
		['mailsADay', addressHash]
	]);

/** Before somebody is asked who they are, by the account's address and by where they are. */
export const waitToSignIn = (address: string, client: string): Promise<number> =>
	takeEach([
		['signInsFrom', client],
		['signInsOfAccount', address.toLowerCase()]
	]);

/** Before a code is tried; the store locks an account by itself after some wrong ones. */
export const waitToTryCode = (client: string): Promise<number> => takeEach([['signInsFrom', client]]);

async function takeEach(wanted: readonly (readonly [Name, string])[]): Promise<number> {
	for (const [name, key] of wanted) {
		const [seconds] = await take(name, key);
		if (seconds > 0) return seconds;
	}
	return 0;
}

/** Before somebody leaves their details with this response once more. */
export const waitToLeave = async (response: string): Promise<number> => (await take('leadsOfResponse', response))[0];

/** Before one more mail about a lead to somebody of the team, named by the hash of the address. */
export const waitToTell = async (addressHash: string): Promise<number> => (await take('mailsToTeam', addressHash))[0];

async function take(name: Name, key: string): Promise<[seconds: number, isFirst: boolean]> {
	const limiter = (await all()).get(name);
	if (limiter === undefined) throw new Error(`there is no limit ${name}`);
	try {
		return [0, (await limiter.consume(tokenHash(key))).isFirstInDuration];
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return [Math.max(1, Math.ceil(refused.msBeforeNext / 1000)), false];
		throw refused;
	}
}

/** A file has one server, which counts by itself; several processes count in the database that they share. */
async function all(): Promise<ReadonlyMap<Name, Limiter>> {
	const { db, isShared } = await connection();
	const known = limiters.get(db);
	if (known !== undefined) return known;
	const names = Object.keys(rates) as Name[];
	const made = new Map(names.map((name) => [name, isShared ? shared(db, name) : new RateLimiterMemory(rates[name])]));
	limiters.set(db, made);
	return made;
}

/** While the database is away each process counts for itself: whoever is refused then is refused for that. */
const shared = (db: Kysely<Schema>, name: Name): RateLimiterPostgres =>
	new RateLimiterPostgres({
		...rates[name],
		storeClient: {
			query: ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) =>
				db.executeQuery(CompiledQuery.raw(text, [...values]))
		},
		storeType: 'client',
		tableName: 'limits',
		tableCreated: true,
		keyPrefix: name,
		inMemoryBlockOnConsumed: rates[name].points,
		insuranceLimiter: new RateLimiterMemory(rates[name])
	});
