// A new address for somebody who is signed in → asked for by mail where mail can be sent, and changed by that link.
import { note } from './audit.ts';
import { hashOf } from './contacts.ts';
import { change, database, type Db } from './database/database.ts';
import { waitToMailFrom } from './limits.ts';
import { keepLink, linkValue, takeLink } from './links.ts';
import { canSendMail, postMail } from './mail.ts';
import { endSessions, findPerson, PEOPLE, personAt, updatePerson } from './people.ts';
import type { Person } from './person.ts';

const DAY = 86_400_000;

export type AddressChange = 'mailed' | 'changed' | 'taken' | 'too-often';

/** Where mail can be sent, the new address has to answer first; whether somebody has it is said to nobody. */
export async function changeAddress(person: Person, address: string, client: string): Promise<AddressChange> {
	if (!canSendMail()) return change(PEOPLE, (db) => moved(db, person.id, address, person.session));
	if ((await waitToMailFrom(hashOf(address), client)) > 0) return 'too-often';
	await change(PEOPLE, async (db) => {
		const link = await keepLink(db, 'address-change', `${person.id} ${address}`, DAY);
		await postMail(db, { kind: 'mail', destination: address, payload: { template: 'address-change', link } });
	});
	return 'mailed';
}

/** The address that a link would set. */
export async function confirming(token: string): Promise<string | null> {
	const value = await linkValue(await database(), 'address-change', token);
	return value?.split(' ')[1] ?? null;
}

/** Whether it was done; then all sessions of the person have ended. */
export async function confirmAddress(token: string): Promise<boolean> {
	return change(PEOPLE, async (db) => {
		const [id = '', address = ''] = (await takeLink(db, 'address-change', token))?.split(' ') ?? [];
		const person = await findPerson(db, id);
		if (person === undefined || person.disabledAt !== null) return false;
		return (await moved(db, id, address, '')) === 'changed';
	});
}

async function moved(db: Db, id: string, address: string, session: string): Promise<'changed' | 'taken'> {
	const holder = await personAt(db, address);
	if (holder !== undefined && holder.id !== id) return 'taken';
	await updatePerson(db, id, { email: address });
	await endSessions(db, id, session);
	await note(db, `person ${id}`, 'person.address-changed', `person ${id}`);
	return 'changed';
}
