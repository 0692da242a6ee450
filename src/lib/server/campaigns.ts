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
	const row = await (db ?? (await database()))
		.selectFrom('campaigns')
		.selectAll()
		.where('id', '=', id)
		.where('deleted_at', 'is', null)
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

const campaignOf = (row: CampaignRow): Campaign => ({
	...row,
	is_published: row.is_published === 1,
	settings: settingsShape.parse(storedJson(row.settings))
});
