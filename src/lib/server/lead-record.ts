// A response with which somebody left an address → all that the firm is shown of this person on one page.
import type { Instrument } from '#core/instrument/instrument.ts';
import { bandOf } from '#core/scores/bands.ts';
import { activitiesOf, type KeptActivity } from './activities.ts';
import { knownCampaign } from './campaigns.ts';
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { findLead, type Lead } from './leads.ts';
import { instrumentOf } from './opened.ts';
import { findResponse } from './response-rows.ts';
import { latestRevision } from './revisions.ts';

export type LeadRecord = {
	readonly lead: Omit<Lead, 'scores'>;
	readonly campaign: string;
	readonly survey: string;
	/** The first is the one over the whole. Empty before completion. */
	readonly indices: readonly { readonly title: string; readonly tenths: number; readonly band: string | null }[];
	readonly weakest: string | null;
	/** The firm's own fields by what they ask. */
	readonly fields: readonly { readonly label: string; readonly text: string }[];
	readonly source: readonly { readonly name: string; readonly text: string }[];
	/** In the order of time. */
	readonly activities: readonly KeptActivity[];
	/** How many questions have an answer. */
	readonly answered: number;
	readonly startedAt: string;
};

/** Null where nobody left an address with it. */
export async function leadRecord(response: string): Promise<LeadRecord | null> {
	const db = await database();
	const lead = await findLead(db, response);
	const stored = await findResponse(db, response);
	if (lead === null || stored === null) return null;
	const { scores, ...shown } = lead;
	const campaign = await knownCampaign(lead.campaign);
	const instrument = await instrumentOf((await latestRevision(db, response)) ?? stored);
	const labels = new Map(campaign?.settings.form.own.map(({ id, label }) => [id, label]));
	const tenths = scores === null ? {} : storedJson<Readonly<Record<string, number>>>(scores);
	return {
		lead: shown,
		campaign: campaign?.name ?? lead.campaign,
		survey: instrument.title,
		indices: indicesOf(instrument, tenths),
		weakest: instrument.indices.find(({ id }) => id === lead.weakest)?.title ?? lead.weakest,
		fields: Object.entries(lead.fields).map(([id, text]) => ({ label: labels.get(id) ?? id, text })),
		source: Object.entries(stored.source).map(([name, text]) => ({ name, text })),
		activities: await activitiesOf(db, response),
		answered: Object.values(stored.answers).filter(({ value }) => value !== null).length,
		startedAt: stored.created_at
	};
}

/** Those over others first, as the report has them. */
function indicesOf({ indices, bands }: Instrument, tenths: Readonly<Record<string, number>>): LeadRecord['indices'] {
	const scored = indices.flatMap((index) => {
		const points = tenths[index.id];
		if (points === undefined) return [];
		const set = bands[index.bands ?? ''] ?? [];
		const band = set.find(({ id }) => id === bandOf(set, points))?.label ?? null;
		return [{ title: index.title, tenths: points, band, isTotal: index.of !== null }];
	});
	return scored.toSorted((a, b) => Number(b.isTotal) - Number(a.isTotal)).map(({ isTotal: _, ...index }) => index);
}
