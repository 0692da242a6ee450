// What is done to a campaign in the studio → its row, and a note of who did it, both or neither.
import { idFrom, freeId } from '#lib/campaign/names.ts';
import type { Editable } from '#lib/campaign/parts.ts';
import { newSettings } from '#lib/campaign/settings.ts';
import { note, type Actor } from './audit.ts';
import { findCampaign, givenIds, insertCampaign, updateCampaign, type Campaign } from './campaigns.ts';
import { change, type Db } from './database/database.ts';
import type { Person } from './person.ts';

type Named = { readonly name: string; /** Empty: one is made of the name. */ readonly id: string };

export type Created =
	{ readonly ok: true; readonly id: string } | { readonly ok: false; /** An id that is free. */ readonly free: string };

/** Begins as every campaign begins, and is not yet published. */
export const createCampaign = (
	named: Named,
	{ instrument, zone }: { readonly instrument: string; readonly zone: string },
	person: Person
): Promise<Created> =>
	created(named, person, 'campaign.created', () =>
		Promise.resolve({ instrument, settings: { ...newSettings, zone }, detail: { instrument } })
	);

/** The same again under another name: without its dates, and not published. Null: it is gone. */
export async function duplicateCampaign(from: string, named: Named, person: Person): Promise<Created | null> {
	return created(named, person, 'campaign.duplicated', async (db) => {
		const campaign = await findCampaign(from, db);
		return campaign && { instrument: campaign.instrument, settings: campaign.settings, detail: { from } };
	});
}

type Beginning = Pick<Campaign, 'instrument' | 'settings'> & { readonly detail: Readonly<Record<string, string>> };

function created(
	named: Named,
	person: Person,
	action: string,
	beginning: (db: Db) => Promise<Beginning>
): Promise<Created>;
function created(
	named: Named,
	person: Person,
	action: string,
	beginning: (db: Db) => Promise<Beginning | null>
): Promise<Created | null>;
function created(
	{ name, id: wanted }: Named,
	person: Person,
	action: string,
	beginning: (db: Db) => Promise<Beginning | null>
): Promise<Created | null> {
	// One at a time: an id that is free now is still free when it is given.
	return change('campaigns', async (db) => {
		const from = await beginning(db);
		if (from === null) return null;
		const given = await givenIds(db);
		const free = freeId(wanted === '' ? idFrom(name, 'campaign') : wanted, given);
		if (wanted !== '' && free !== wanted) return { ok: false, free };
		const now = new Date().toISOString();
		await insertCampaign(db, {
			id: free,
			name,
			instrument: from.instrument,
			settings: from.settings,
			is_published: false,
			opens_at: null,
			closes_at: null,
			created_by: person.id,
			created_at: now,
			updated_at: now
		});
		await note(db, by(person), action, `campaign ${free}`, from.detail);
		return { ok: true, id: free };
	});
}

export type Changed =
	| { readonly kind: 'changed' }
	/** Somebody else changed it after `seen`, the state of it that the form showed. */
	| { readonly kind: 'meanwhile'; readonly campaign: Campaign }
	| { readonly kind: 'gone' };

/** `seen` is the `updated_at` of the campaign that the person had before them. */
export const editCampaign = (
	id: string,
	seen: string,
	edit: (stored: Campaign) => Editable,
	{ part, person }: { readonly part: string; readonly person: Person }
): Promise<Changed> =>
	changed(id, async (db, campaign) => {
		if (campaign.updated_at !== seen) return { kind: 'meanwhile', campaign };
		const { name, opens_at, closes_at, settings } = edit(campaign);
		await updateCampaign(db, id, { name, opens_at, closes_at, settings, updated_at: after(campaign) });
		await note(db, by(person), 'campaign.changed', `campaign ${id}`, { part });
		return { kind: 'changed' };
	});

/** Twice is as once: nothing is noted the second time. */
export const publishCampaign = (id: string, is_published: boolean, person: Person): Promise<Changed> =>
	changed(id, async (db, campaign) => {
		if (campaign.is_published !== is_published) {
			await updateCampaign(db, id, { is_published, updated_at: after(campaign) });
			await note(db, by(person), is_published ? 'campaign.published' : 'campaign.unpublished', `campaign ${id}`);
		}
		return { kind: 'changed' };
	});

/** Nobody can take it any more and it leaves the lists; what was answered stays as long as it is kept anyway. */
export const deleteCampaign = (id: string, person: Person): Promise<Changed> =>
	changed(id, async (db, campaign) => {
		const now = after(campaign);
		await updateCampaign(db, id, { is_published: false, deleted_at: now, updated_at: now });
		await note(db, by(person), 'campaign.deleted', `campaign ${id}`);
		return { kind: 'changed' };
	});

const changed = (id: string, work: (db: Db, campaign: Campaign) => Promise<Changed>): Promise<Changed> =>
	change(`campaign ${id}`, async (db): Promise<Changed> => {
		const campaign = await findCampaign(id, db);
		return campaign === null ? { kind: 'gone' } : work(db, campaign);
	});

const by = ({ id }: Person): Actor => `person ${id}`;

/** Now, but later than whatever was seen of it. */
const after = ({ updated_at }: Campaign): string =>
	new Date(Math.max(Date.now(), Date.parse(updated_at) + 1)).toISOString();
