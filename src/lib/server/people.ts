// The tables of people who sign in: who there is, with which role, one more, and an end to their sessions.
import { hashPassword } from 'better-auth/crypto';
import { randomUUID } from 'node:crypto';
import type { Db } from './database/database.ts';
import type { UserRow } from './database/people-schema.ts';
import type { Role } from './roles.ts';

export { hashPassword };

/** All that decides who may do what is changed under this one name, alone. */
export const PEOPLE = 'people';

export type NewPerson = { readonly name: string; readonly address: string; readonly role: Role };

/** `passwordHash` comes of `hashPassword`, which takes its time and is asked before the change. Gives the id. */
export async function addPerson(db: Db, { name, address, role }: NewPerson, passwordHash: string): Promise<string> {
	const [id, now] = [randomUUID(), new Date().toISOString()];
	const times = { createdAt: now, updatedAt: now };
	const user = { id, name, email: address.toLowerCase(), role, image: null, disabledAt: null, ...times };
	await db
		.insertInto('users')
		.values({ ...user, emailVerified: 1, twoFactorEnabled: 0 })
		.execute();
	await db
		.insertInto('accounts')
		.values({
			id: randomUUID(),
			userId: id,
			accountId: id,
			providerId: 'credential',
			password: passwordHash,
			accessToken: null,
			refreshToken: null,
			idToken: null,
			accessTokenExpiresAt: null,
			refreshTokenExpiresAt: null,
			scope: null,
			...times
		})
		.execute();
	return id;
}

export const findPerson = (db: Db, id: string): Promise<UserRow | undefined> =>
	db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();

export const personAt = (db: Db, address: string): Promise<UserRow | undefined> =>
	db.selectFrom('users').selectAll().where('email', '=', address.toLowerCase()).executeTakeFirst();

/** By name; whoever is disabled comes last. */
export const allPeople = (db: Db): Promise<UserRow[]> =>
	db
		.selectFrom('users')
		.selectAll()
		.orderBy((row) => row.case().when('disabledAt', 'is', null).then(0).else(1).end())
		.orderBy('name')
		.orderBy('id')
		.execute();

/** Somebody who can let others in, but for one who is about to leave. */
export async function hasOwner(db: Db, but = ''): Promise<boolean> {
	const row = await db
		.selectFrom('users')
		.select('id')
		.where('role', '=', 'owner')
		.where('disabledAt', 'is', null)
		.where('id', '!=', but)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export async function updatePerson(
	db: Db,
	id: string,
	values: Partial<Pick<UserRow, 'name' | 'email' | 'role' | 'disabledAt' | 'twoFactorEnabled'>>
): Promise<void> {
	const updatedAt = new Date().toISOString();
	await db
		.updateTable('users')
		.set({ ...values, updatedAt })
		.where('id', '=', id)
		.execute();
}

export async function setPassword(db: Db, id: string, passwordHash: string): Promise<void> {
	await db
		.updateTable('accounts')
		.set({ password: passwordHash, updatedAt: new Date().toISOString() })
		.where('userId', '=', id)
		.where('providerId', '=', 'credential')
		.execute();
}

/** Ends the sessions of a person, but for the one that is named, and whatever waits for a second step or a link. */
export async function endSessions(db: Db, person: string, but = ''): Promise<void> {
	await db.deleteFrom('sessions').where('userId', '=', person).where('id', '!=', but).execute();
	await db.deleteFrom('verifications').where('value', 'like', `${person}%`).execute();
}
