// An address and a role → an invitation; and whoever follows its link → a person.
import { randomUUID } from 'node:crypto';
import { note, type Actor } from './audit.ts';
import { change, type Db } from './database/database.ts';
import { invitationToken, pending } from './invitation-rows.ts';
import { canSendMail, postMail } from './mail.ts';
import { addPerson, hashPassword, PEOPLE, personAt } from './people.ts';
import type { Role } from './roles.ts';
import { tokenHash } from './tokens.ts';

const WEEK = 7 * 86_400_000;

/** The id; null where there is somebody with this address. An earlier invitation of it is worth nothing any more. */
export async function invite(
	actor: Actor,
	{ address, role }: { readonly address: string; readonly role: Role }
): Promise<string | null> {
	return change(PEOPLE, async (db) => {
		if ((await personAt(db, address)) !== undefined) return null;
		const [id, now] = [randomUUID(), new Date()];
		await pending(db).set({ revoked_at: now.toISOString() }).where('address', '=', address).execute();
		await db
			.insertInto('invitations')
			.values({
				id,
				hash: tokenHash(invitationToken(id)),
				address,
				role,
				invited_by: actor,
				created_at: now.toISOString(),
				expires_at: inAWeek(now),
				accepted_at: null,
				revoked_at: null
			})
			.execute();
		await note(db, actor, 'person.invited', `invitation ${id}`, { role });
		await mailed(db, id, address);
		return id;
	});
}

/** Whether there was one to send again; from now on it is good for another week. */
export async function resend(actor: Actor, id: string): Promise<boolean> {
	return change(PEOPLE, async (db) => {
		const again = pending(db).set({ expires_at: inAWeek(new Date()) });
		const row = await again.where('id', '=', id).returning('address').executeTakeFirst();
		if (row === undefined) return false;
		await note(db, actor, 'person.invited-again', `invitation ${id}`);
		await mailed(db, id, row.address);
		return true;
	});
}

/** Whether there was one to take back. */
export async function revokeInvitation(actor: Actor, id: string): Promise<boolean> {
	return change(PEOPLE, async (db) => {
		const revoking = pending(db).set({ revoked_at: new Date().toISOString() });
		if ((await revoking.where('id', '=', id).returning('id').executeTakeFirst()) === undefined) return false;
		await note(db, actor, 'invitation.revoked', `invitation ${id}`);
		return true;
	});
}

/** Makes the person, once; null where the invitation is not good, or somebody has its address by now. */
export async function accept(
	token: string,
	{ name, password }: { readonly name: string; readonly password: string }
): Promise<{ readonly address: string } | null> {
	const hash = await hashPassword(password);
	return change(PEOPLE, async (db) => {
		const now = new Date().toISOString();
		const taken = await pending(db)
			.set({ accepted_at: now })
			.where('hash', '=', tokenHash(token))
			.where('expires_at', '>', now)
			.returning(['id', 'address', 'role'])
			.executeTakeFirst();
		if (taken === undefined || (await personAt(db, taken.address)) !== undefined) return null;
		const person = await addPerson(db, { name, address: taken.address, role: taken.role }, hash);
		await note(db, `person ${person}`, 'person.joined', `invitation ${taken.id}`, { role: taken.role });
		return { address: taken.address };
	});
}

const inAWeek = (from: Date): string => new Date(from.getTime() + WEEK).toISOString();

/** Where no mail is sent, the link is passed on by hand. */
async function mailed(db: Db, invitation: string, destination: string): Promise<void> {
	if (!canSendMail()) return;
	await postMail(db, { kind: 'mail', destination, payload: { template: 'invitation', invitation } });
}
