// How many people began each campaign, finished it and left an address; tests are not among them.
import { sql } from 'kysely';
import { database } from './database/database.ts';

export type Counts = { readonly started: number; readonly completed: number; readonly leads: number };

const none: Counts = { started: 0, completed: 0, leads: 0 };

/** By the campaign's id; of one campaign, or of all. */
export async function countsByCampaign(campaign: string | null = null): Promise<(id: string) => Counts> {
	const db = await database();
	const responses = await db
		.selectFrom('responses')
		.select(['campaign', sql<string>`count(*)`.as('started'), sql<string>`count(completed_at)`.as('completed')])
		.where('campaign', 'is not', null)
		.where('is_test', '=', 0)
		.$if(campaign !== null, (query) => query.where('campaign', '=', campaign))
		.groupBy('campaign')
		.execute();
	const leads = await db
		.selectFrom('leads')
		.select(['campaign', sql<string>`count(*)`.as('leads')])
		.where('is_test', '=', 0)
		.$if(campaign !== null, (query) => query.where('campaign', '=', campaign ?? ''))
		.groupBy('campaign')
		.execute();
	const left = new Map(leads.map((row) => [row.campaign, Number(row.leads)]));
	const counts = new Map(
		responses.map((row) => [
			row.campaign,
			{ started: Number(row.started), completed: Number(row.completed), leads: left.get(row.campaign ?? '') ?? 0 }
		])
	);
	return (id) => counts.get(id) ?? none;
}
