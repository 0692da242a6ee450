// The table of campaigns: rows ⇄ what they mean. Every SQL statement about a campaign stands here.
import { settingsShape, type Settings } from '#lib/campaign/settings.ts';
import { database, type Db } from './database/database.ts';
import type { CampaignRow } from './database/campaign-schema.ts';
import { storedJson } from './database/stored-json.ts';

export type Campaign = Omit<CampaignRow, 'settings' | 'is_published'> & {
	readonly settings: Settings;
	readonly is_published: boolean;
};

/** Whether people may take it now, and if not, why. */
export type Opening = 'open' | 'unpublished' | 'not yet' | 'over';

/** Null where there is none of that name, a deleted one included. */
export async function findCampaign(id: string, db?: Db): Promise<Campaign | null> {
	const campaign = await knownCampaign(id, db);
	return campaign?.deleted_at === null ? campaign : null;
}

/** One that was deleted too: what was begun for it goes on, and keeps its look. */
export async function knownCampaign(id: string, db?: Db): Promise<Campaign | null> {
	const row = await (db ?? (await database()))
		.selectFrom('campaigns')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	return row === undefined ? null : campaignOf(row);
}

export function openingOf(
	{ is_published, opens_at, closes_at }: Pick<Campaign, 'is_published' | 'opens_at' | 'closes_at'>,
	now: string
): Opening {
	if (!is_published) return 'unpublished';
	if (opens_at !== null && now < opens_at) return 'not yet';
	return closes_at !== null && now >= closes_at ? 'over' : 'open';
}

/** Those that were deleted, too. */
export async function everyCampaign(): Promise<readonly Campaign[]> {
	const rows = await (await database()).selectFrom('campaigns').selectAll().orderBy('id').execute();
	return rows.map(campaignOf);
}

/** All that are not deleted, the youngest first. */
export async function allCampaigns(db?: Db): Promise<readonly Campaign[]> {
	const rows = await (db ?? (await database()))
		.selectFrom('campaigns')
		.selectAll()
		.where('deleted_at', 'is', null)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(campaignOf);
}

/** One, or all that there ever were: leads outlive the campaign that they came by. */
export async function campaignsFor(id: string | null): Promise<readonly Campaign[]> {
	const rows = await (
		await database()
	)
		.selectFrom('campaigns')
		.selectAll()
		.$if(id !== null, (query) => query.where('id', '=', id ?? ''))
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(campaignOf);
}

/** Every id that was ever given: none is given twice, for old links and old answers name it. */
export async function givenIds(db: Db): Promise<ReadonlySet<string>> {
	const rows = await db.selectFrom('campaigns').select('id').execute();
	return new Set(rows.map(({ id }) => id));
}

export async function insertCampaign(db: Db, campaign: Omit<Campaign, 'deleted_at'>): Promise<void> {
	await db
		.insertInto('campaigns')
		.values({
			...campaign,
			settings: JSON.stringify(campaign.settings),
			is_published: campaign.is_published ? 1 : 0,
			deleted_at: null
		})
		.execute();
}

export async function updateCampaign(
	db: Db,
	id: string,
	{ settings, is_published, ...rest }: Partial<Omit<Campaign, 'id' | 'instrument' | 'created_by' | 'created_at'>>
): Promise<void> {
	await db
		.updateTable('campaigns')
		.set({
			...rest,
			...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
			...(is_published === undefined ? {} : { is_published: is_published ? 1 : 0 })
		})
		.where('id', '=', id)
		.execute();
}

const campaignOf = (row: CampaignRow): Campaign => ({
	...row,
	is_published: row.is_published === 1,
	settings: settingsShape.parse(storedJson(row.settings))
});
