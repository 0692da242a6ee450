// better-auth on our own database: who is signed in. Its own addresses are not served: our forms ask `auth().api`.
import { getAdapter } from 'better-auth/db/adapter';
import { betterAuth, type BetterAuthOptions } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { database } from './database/database.ts';
import type { Schema } from './database/schema.ts';
import { env } from './env.ts';
import { hashedTokens } from './hashed-tokens.ts';
import { log, scrubbed } from './log.ts';
import { passwordLength } from './passwords.ts';
import { secret } from './secret.ts';

/** In seconds: how long somebody stays signed in, and may take for the second step. */
const STAY = 14 * 86_400;
const SECOND_STEP = 600;

/** What a browser says of itself is shown to its owner, and not kept without end. */
const LONGEST_AGENT = 300;

const isSecure = (): boolean => env().publicUrl?.startsWith('https:') === true;

/** All but the store. */
const settings = () =>
	({
		appName: 'Bellwether',
		baseURL: env().publicUrl ?? `http://localhost:${env().port}`,
		secret: createHmac('sha256', secret()).update('people').digest('base64url'),
		telemetry: { enabled: false },
		rateLimit: { enabled: false },
		logger: {
			level: 'error',
			// What follows the message may hold addresses and tokens.
			log: (_level: string, message: string) => log.error({ message: scrubbed(message).slice(0, 300) }, 'better-auth')
		},
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: passwordLength.least,
			maxPasswordLength: passwordLength.most
		},
		user: {
			modelName: 'users',
			additionalFields: {
				role: { type: 'string', required: true, input: false },
				disabledAt: { type: 'date', required: false, input: false }
			}
		},
		account: { modelName: 'accounts' },
		verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
		session: { modelName: 'sessions', expiresIn: STAY, disableSessionRefresh: true, deferSessionRefresh: true },
		databaseHooks: {
			session: {
				create: {
					/** Whoever was disabled gets none, whichever way they came. */
					before: async (session: { readonly userId: string; readonly userAgent?: string | null }) => {
						if (!(await mayEnter(session.userId))) return false;
						return { data: { ...session, userAgent: session.userAgent?.slice(0, LONGEST_AGENT) ?? '' } };
					}
				}
			}
		},
		plugins: [
			twoFactor({
				twoFactorCookieMaxAge: SECOND_STEP,
				schema: { twoFactor: { modelName: 'two_factors' } },
				backupCodeOptions: { storeBackupCodes: 'encrypted' }
			})
		],
		advanced: {
			// Where they come from, and how often, is checked for every request alike: edge.ts, limits.ts.
			disableCSRFCheck: true,
			disableOriginCheck: true,
			ipAddress: { disableIpTracking: true },
			useSecureCookies: false,
			cookiePrefix: isSecure() ? '__Host-bellwether' : 'bellwether',
			defaultCookieAttributes: { secure: isSecure(), sameSite: 'lax', httpOnly: true, path: '/' },
			database: { generateId: 'uuid' }
		}
	}) satisfies BetterAuthOptions;

async function mayEnter(person: string): Promise<boolean> {
	const db = await database();
	const row = await db.selectFrom('users').select('disabledAt').where('id', '=', person).executeTakeFirst();
	return row !== undefined && row.disabledAt === null;
}

/** With the store as better-auth itself would take it: dates are text and booleans 0 or 1, on every database. */
export const stored = (db: Kysely<Schema>) => ({ ...settings(), database: { db, type: 'sqlite' as const } });

async function made(db: Kysely<Schema>) {
	const store = hashedTokens(await getAdapter(stored(db)));
	return betterAuth({ ...settings(), database: () => store });
}

type Auth = Awaited<ReturnType<typeof made>>;

const known = new WeakMap<Kysely<Schema>, Promise<Auth>>();

/** Of the database that this process has open. */
export async function auth(): Promise<Auth> {
	const db = await database();
	const existing = known.get(db) ?? made(db);
	known.set(db, existing);
	return existing;
}
