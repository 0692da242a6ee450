// What people change about themselves: their name and password, and where they are signed in.
import { verifyPassword } from 'better-auth/crypto';
import { note } from './audit.ts';
import { change, database } from './database/database.ts';
import { waitToSignIn } from './limits.ts';
import { endSessions, hashPassword, PEOPLE, setPassword, updatePerson } from './people.ts';
import type { Person } from './person.ts';

export type Session = { readonly id: string; readonly userAgent: string; readonly createdAt: string };

/** The latest first. */
export async function sessionsOf(person: string): Promise<readonly Session[]> {
	const rows = await (
		await database()
	)
		.selectFrom('sessions')
		.select(['id', 'userAgent', 'createdAt'])
		.where('userId', '=', person)
		.where('expiresAt', '>', new Date().toISOString())
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, userAgent: row.userAgent ?? '' }));
}

/** One of one's own; whether there was one. */
export async function endSession(person: Person, session: string): Promise<boolean> {
	return change(PEOPLE, async (db) => {
		const ending = db.deleteFrom('sessions').where('id', '=', session).where('userId', '=', person.id);
		if ((await ending.returning('id').executeTakeFirst()) === undefined) return false;
		await note(db, `person ${person.id}`, 'session.ended', `person ${person.id}`);
		return true;
	});
}

export const endOtherSessions = (person: Person): Promise<void> =>
	change(PEOPLE, async (db) => {
		await endSessions(db, person.id, person.session);
		await note(db, `person ${person.id}`, 'session.others-ended', `person ${person.id}`);
	});

export const rename = (person: Person, name: string): Promise<void> =>
	change(PEOPLE, async (db) => {
		await updatePerson(db, person.id, { name });
		await note(db, `person ${person.id}`, 'person.renamed', `person ${person.id}`);
	});

/** Whether this is the person's own password; `too-often` once it was tried too often from anywhere. */
export async function knowsPassword(
	person: Person,
	password: string,
	client: string
): Promise<'yes' | 'wrong-password' | 'too-often'> {
	if ((await waitToSignIn(person.address, client)) > 0) return 'too-often';
	const row = await (
		await database()
	)
		.selectFrom('accounts')
		.select('password')
		.where('userId', '=', person.id)
		.where('providerId', '=', 'credential')
		.executeTakeFirst();
	const isIt = row?.password != null && (await verifyPassword({ hash: row.password, password }));
	return isIt ? 'yes' : 'wrong-password';
}

/** Ends all other sessions. */
export async function changePassword(person: Person, password: string): Promise<void> {
	const hash = await hashPassword(password);
	await change(PEOPLE, async (db) => {
		await setPassword(db, person.id, hash);
		await endSessions(db, person.id, person.session);
		await note(db, `person ${person.id}`, 'person.password-changed', `person ${person.id}`);
	});
}
