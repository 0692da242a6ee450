// Leads with their responses straight into the database of this test file's world: as many and as alike as a test wants.
import { database } from '#lib/server/database/database.ts';
import { content } from '#lib/server/content.ts';
import { keepInstruments } from '#lib/server/instruments.ts';
import { writeLead, type Lead } from '#lib/server/leads.ts';
import { insertResponse, newResponse, type Stored } from '#lib/server/response-rows.ts';
import { leadRow } from './leads.ts';
import { newId, newKey } from './world.ts';

type Wanted = { readonly lead?: Partial<Lead> | null; readonly response?: Partial<Stored> };

/** A response to the small survey, and the lead that was left with it unless that is null. Gives its id. */
export async function stored({ lead = {}, response = {} }: Wanted): Promise<string> {
	const db = await database();
	await keepInstruments();
	const small = content().instruments.get('small');
	if (small === undefined) throw new Error('there is no small survey');
	const id = newId();
	const campaign = lead?.campaign ?? 'spring';
	const at = lead?.created_at ?? new Date().toISOString();
	const begun = newResponse(id, newKey(), small, { campaign }, at);
	await insertResponse(db, { ...begun, is_test: lead?.is_test ?? 0, ...response });
	if (lead !== null) await writeLead(db, leadRow({ response: id, campaign, instrument: 'small', ...lead }));
	return id;
}
