// The audit log: who did what in the studio, with an API key or on the command line. Nothing in it is ever changed.
import { randomUUID } from 'node:crypto';
import type { Db } from './database/database.ts';
import type { Person } from './person.ts';

/** `command` is whoever runs `bellwether` on the server itself. */
export type Actor = 'command' | `person ${string}` | `key ${string}`;

/** Notes it beside what was done: both are kept, or neither. `detail` holds nothing about participants. */
export async function note(
	db: Db,
	actor: Actor,
	action: string,
	subject: string,
	detail: Readonly<Record<string, unknown>> = {}
): Promise<void> {
	const at = new Date().toISOString();
	const row = { id: randomUUID(), at, actor, action, subject, detail: JSON.stringify(detail) };
	await db.insertInto('audit').values(row).execute();
}

/** Whoever is signed in. A route of the studio has somebody: its rule asks for them. */
export function actorOf(person: Person | null | undefined): Actor {
	if (!person) throw new Error('nobody is signed in');
	return `person ${person.id}`;
}
