// The tables of clients and engagements: rows ⇄ what they mean, and who may open them.
import { engagementSettings, type EngagementSettings } from '#lib/engagement/settings.ts';
import { locksRows } from '../database/connection.ts';
import { database, type Db } from '../database/database.ts';
import type { ClientRow, EngagementRow } from '../database/engagement-schema.ts';
import { storedJson } from '../database/stored-json.ts';
import type { Person } from '../person.ts';

export type Engagement = Omit<EngagementRow, 'settings' | 'client'> & {
	readonly settings: EngagementSettings;
	readonly client: Pick<ClientRow, 'id' | 'name'>;
};

/** Null where there is none, a deleted one included. Whether somebody may see it is for `engagementFor` to say. */
export async function findEngagement(id: string, db?: Db): Promise<Engagement | null> {
	const row = await (await rowsOf(db)).where('engagements.id', '=', id).executeTakeFirst();
	return row === undefined ? null : engagementOf(row);
}

/** The engagement, if this person answers for it, it is shared with them, or they own the studio; else null. */
export async function engagementFor(person: Person, id: string, db?: Db): Promise<Engagement | null> {
	const found = await findEngagement(id, db);
	if (found === null || person.role === 'owner' || found.owner === person.id) return found;
	const shared = await (db ?? (await database()))
		.selectFrom('engagement_colleagues')
		.select('person')
		.where('engagement', '=', id)
		.where('person', '=', person.id)
		.executeTakeFirst();
	return shared === undefined ? null : found;
}

/** Those that this person may open, the youngest first. */
export async function engagementsFor(person: Pick<Person, 'id' | 'role'>): Promise<readonly Engagement[]> {
	const rows = await (
		await rowsOf()
	)
		.$if(person.role !== 'owner', (query) =>
			query.where((row) =>
				row.or([
					row('engagements.owner', '=', person.id),
					row('engagements.id', 'in', (some) =>
						some.selectFrom('engagement_colleagues').select('engagement').where('person', '=', person.id)
					)
				])
			)
		)
		.orderBy('engagements.created_at', 'desc')
		.orderBy('engagements.id')
		.execute();
	return rows.map(engagementOf);
}

/** Until the transaction ends nobody else changes it, or goes by what it says; what is read afterwards is how it stands. */
export async function lockEngagement(db: Db, id: string): Promise<void> {
	if (!locksRows(db)) return;
	await db.selectFrom('engagements').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

export async function insertEngagement(db: Db, { client, settings, ...row }: Engagement): Promise<void> {
	await db
		.insertInto('engagements')
		.values({ ...row, client: client.id, settings: JSON.stringify(settings) })
		.execute();
}

export async function updateEngagement(
	db: Db,
	id: string,
	{ settings, ...rest }: Partial<Omit<Engagement, 'id' | 'instrument' | 'client' | 'created_at'>>
): Promise<void> {
	await db
		.updateTable('engagements')
		.set({ ...rest, ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }) })
		.where('id', '=', id)
		.execute();
}

const rowsOf = async (db?: Db) =>
	(db ?? (await database()))
		.selectFrom('engagements')
		.innerJoin('clients', 'clients.id', 'engagements.client')
		.selectAll('engagements')
		.select('clients.name as client_name')
		.where('engagements.deleted_at', 'is', null);

const engagementOf = ({
	client,
	client_name: name,
	settings,
	...row
}: EngagementRow & { readonly client_name: string }): Engagement => ({
	...row,
	client: { id: client, name },
	settings: engagementSettings.parse(storedJson(settings))
});
