// A password that was forgotten → a link by mail, the same answer for everybody, and a new password by that link.
import { randomUUID } from 'node:crypto';
import { note, type Actor } from './audit.ts';
import { hashOf } from './contacts.ts';
import { change, database, type Db } from './database/database.ts';
import { waitToMailFrom } from './limits.ts';
import { keepLink, linkToken, linkValue, takeLink } from './links.ts';
import { postMail } from './mail.ts';
import { endSessions, findPerson, hashPassword, PEOPLE, personAt, setPassword } from './people.ts';

const HOUR = 3_600_000;

/** Does the same for an address that nobody has: whether there is somebody is looked up when the mail is to be sent. */
export async function requestRecovery(address: string, client: string): Promise<void> {
	if ((await waitToMailFrom(hashOf(address), client)) > 0) return;
	await change(PEOPLE, async (db) => {
		const person = await personAt(db, address);
		const link = await keepLink(db, 'recovery', person?.id ?? randomUUID(), HOUR);
		await postMail(db, { kind: 'mail', destination: address, payload: { template: 'recovery', link } });
	});
}

/** A link to pass on by hand, for who may do so. Null where there is nobody of that address. */
export async function recoveryPath(address: string, actor: Actor): Promise<string | null> {
	return change(PEOPLE, async (db) => {
		const person = await personAt(db, address);
		if (person === undefined) return null;
		await note(db, actor, 'person.recovery', `person ${person.id}`);
		return `/studio/recover/${linkToken('recovery', await keepLink(db, 'recovery', person.id, HOUR))}`;
	});
}

/** Whose password this link may set. */
export async function recovering(token: string): Promise<{ readonly name: string; readonly address: string } | null> {
	const db = await database();
	const person = await activePerson(db, await linkValue(db, 'recovery', token));
	return person === null ? null : { name: person.name, address: person.email };
}

/** Whether it was done; then all their sessions have ended. */
export async function recover(token: string, password: string): Promise<boolean> {
	const hash = await hashPassword(password);
	return change(PEOPLE, async (db) => {
		const person = await activePerson(db, await takeLink(db, 'recovery', token));
		if (person === null) return false;
		await setPassword(db, person.id, hash);
		await endSessions(db, person.id);
		await note(db, `person ${person.id}`, 'person.password-changed', `person ${person.id}`);
		return true;
	});
}

async function activePerson(db: Db, id: string | null) {
	const person = id === null ? undefined : await findPerson(db, id);
	return person === undefined || person.disabledAt !== null ? null : person;
}
