// A campaign for a test, as the studio would have made it, in the database that it is given.
import { pathToFileURL } from 'node:url';
import { newSettings, type Settings } from '#lib/campaign/settings.ts';
import { insertCampaign, type Campaign } from '#lib/server/campaigns.ts';
import { connect } from '#lib/server/database/connect.ts';
import type { Db } from '#lib/server/database/database.ts';

type Wanted = Partial<Omit<Campaign, 'settings'>> & { readonly settings?: Partial<Settings> };

/** Of the flagship, published and open for ever, unless something else is wanted. */
export async function campaignFor(db: Db, id: string, { settings, ...wanted }: Wanted = {}): Promise<void> {
	const now = new Date().toISOString();
	await insertCampaign(db, {
		id,
		instrument: 'sales-velocity',
		name: id,
		is_published: true,
		opens_at: null,
		closes_at: null,
		created_by: 'test',
		created_at: now,
		updated_at: now,
		...wanted,
		settings: { ...newSettings, ...settings }
	});
}

/** The same in the file of a server that is running. */
export async function campaignIn(file: string, id: string, wanted?: Wanted): Promise<void> {
	const { db, close } = await connect(pathToFileURL(file).href, { alone: false });
	try {
		await campaignFor(db, id, wanted);
	} finally {
		await close();
	}
}
