// The table of clients → those that somebody may ask in the name of: they made them, or may open one of their engagements.
import { database } from '../database/database.ts';
import type { ClientRow } from '../database/engagement-schema.ts';
import { engagementsFor } from './engagements.ts';
import type { Person } from '../person.ts';

/** By name. */
export async function clientsFor(person: Person): Promise<readonly Pick<ClientRow, 'id' | 'name'>[]> {
	const opened = new Set((await engagementsFor(person)).map(({ client }) => client.id));
	const rows = await (await database()).selectFrom('clients').select(['id', 'name', 'created_by']).execute();
	return rows
		.filter(({ id, created_by }) => person.role === 'owner' || created_by === person.id || opened.has(id))
		.map(({ id, name }) => ({ id, name }))
		.toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1));
}
