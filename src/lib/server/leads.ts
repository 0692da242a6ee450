// The table of leads, with the words by which they are found: rows ⇄ what they mean.
import type { FormSettings } from '#lib/campaign/settings.ts';
import type { Db } from './database/database.ts';
import type { LeadRow } from './database/campaign-schema.ts';
import { storedJson } from './database/stored-json.ts';
import { wordsOf } from './lead-words.ts';

const MOST_WORDS = 12;

/** A box that was ticked: the words that stood beside it, their hash, and when. */
export type Consent = {
	readonly id: string;
	readonly text: string;
	readonly hash: string;
	/** ISO 8601. */
	readonly at: string;
};

export type Lead = Omit<LeadRow, 'fields' | 'consents'> & {
	readonly fields: Readonly<Record<string, string>>;
	readonly consents: readonly Consent[];
};

export async function findLead(db: Db, response: string): Promise<Lead | null> {
	const row = await db.selectFrom('leads').selectAll().where('response', '=', response).executeTakeFirst();
	return row === undefined ? null : leadOf(row);
}

/** Writes it, in place of what was there for the same response. */
export async function writeLead(db: Db, lead: Lead): Promise<void> {
	const row = { ...lead, fields: JSON.stringify(lead.fields), consents: JSON.stringify(lead.consents) };
	const { response, created_at: _, ...changed } = row;
	await db
		.insertInto('leads')
		.values(row)
		.onConflict((conflict) => conflict.column('response').doUpdateSet(changed))
		.execute();
	await db.deleteFrom('lead_words').where('response', '=', response).execute();
	const words = wordsOf(lead.address, lead.name, lead.company).slice(0, MOST_WORDS);
	if (words.length > 0)
		await db
			.insertInto('lead_words')
			.values(words.map((word) => ({ word, response })))
			.execute();
}

/** Whether somebody may be written to beyond what they asked for: the campaign asks, and a box was ticked. */
export const mayFollowUp = (form: FormSettings, { consents }: Pick<Lead, 'consents'>): boolean =>
	form.consents.length > 0 && consents.length > 0;

export async function writeIntent(db: Db, response: string, intent: number): Promise<void> {
	await db.updateTable('leads').set({ intent }).where('response', '=', response).execute();
}

const leadOf = (row: LeadRow): Lead => ({
	...row,
	fields: storedJson<Lead['fields']>(row.fields),
	consents: storedJson<Lead['consents']>(row.consents)
});
