// All campaigns that are there, the newest first, for whoever has a key: what they are, not how they are set.
import type { CampaignsReply } from './api-shapes.ts';
import { openingOf } from './campaigns.ts';
import { database } from './database/database.ts';

export async function campaignsSaid(now: string): Promise<CampaignsReply> {
	const rows = await (
		await database()
	)
		.selectFrom('campaigns')
		.select(['id', 'name', 'instrument', 'is_published', 'opens_at', 'closes_at', 'created_at'])
		.where('deleted_at', 'is', null)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return {
		campaigns: rows.map(({ id, name, instrument, is_published, opens_at, closes_at, created_at }) => ({
			id,
			name,
			instrument,
			opening: openingOf({ is_published: is_published === 1, opens_at, closes_at }, now),
			opensAt: opens_at,
			closesAt: closes_at,
			createdAt: created_at
		}))
	};
}
