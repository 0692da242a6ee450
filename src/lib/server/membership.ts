// What an owner changes about others: their role, and whether they may sign in. Somebody always owns the studio.
import { note, type Actor } from './audit.ts';
import { change, type Db } from './database/database.ts';
import type { UserRow } from './database/people-schema.ts';
import { endSessions, findPerson, hasOwner, PEOPLE, updatePerson } from './people.ts';
import type { Role } from './roles.ts';

export type Changed = 'done' | 'unknown' | 'last-owner';

/** Ends their sessions: what they may see is decided anew. */
export const changeRole = (actor: Actor, id: string, role: Role): Promise<Changed> =>
	changed(
		id,
		(person) => role !== 'owner' && person.role === 'owner',
		async (db, person) => {
			if (person.role === role) return;
			await updatePerson(db, id, { role });
			await endSessions(db, id);
			await note(db, actor, 'person.role-changed', `person ${id}`, { from: person.role, to: role });
		}
	);

export const disable = (actor: Actor, id: string): Promise<Changed> =>
	changed(
		id,
		(person) => person.role === 'owner',
		async (db, person) => {
			if (person.disabledAt !== null) return;
			await updatePerson(db, id, { disabledAt: new Date().toISOString() });
			await endSessions(db, id);
			await note(db, actor, 'person.disabled', `person ${id}`);
		}
	);

export const enable = (actor: Actor, id: string): Promise<Changed> =>
	changed(
		id,
		() => false,
		async (db, person) => {
			if (person.disabledAt === null) return;
			await updatePerson(db, id, { disabledAt: null });
			await note(db, actor, 'person.enabled', `person ${id}`);
		}
	);

/** For who has lost telephone and backup codes. */
export const dropSecondFactor = (actor: Actor, id: string): Promise<Changed> =>
	changed(
		id,
		() => false,
		async (db) => {
			await db.deleteFrom('two_factors').where('userId', '=', id).execute();
			await updatePerson(db, id, { twoFactorEnabled: 0 });
			await endSessions(db, id);
			await note(db, actor, 'person.second-factor-off', `person ${id}`);
		}
	);

/** `leaves`: whether the studio would have one owner fewer. */
async function changed(
	id: string,
	leaves: (person: UserRow) => boolean,
	work: (db: Db, person: UserRow) => Promise<void>
): Promise<Changed> {
	return change(PEOPLE, async (db) => {
		const person = await findPerson(db, id);
		if (person === undefined) return 'unknown';
		if (leaves(person) && !(await hasOwner(db, id))) return 'last-owner';
		await work(db, person);
		return 'done';
	});
}
