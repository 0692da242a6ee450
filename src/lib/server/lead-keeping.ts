// What somebody left with a response of a campaign → their lead, kept with what they agreed to, and what follows of it.
import { valuesOf } from '#core/survey/draft.ts';
import { countedAs } from '#lib/campaign/source.ts';
import { tellIntent } from './activities.ts';
import { findCampaign, type Campaign } from './campaigns.ts';
import { remember } from './contacts.ts';
import type { Db } from './database/database.ts';
import { instrumentByHash } from './instruments.ts';
import { postLeadMails } from './lead-mails.ts';
import { resultOf, type LeadResult } from './lead-result.ts';
import type { Given } from './lead-shape.ts';
import { findLead, writeLead, type Consent, type Lead } from './leads.ts';
import type { Stored } from './response-rows.ts';
import { latestRevision } from './revisions.ts';
import { announce } from './webhook-posting.ts';

/** In place of what was left with the same response before. */
export async function keepLead(db: Db, campaign: Campaign, stored: Stored, given: Given): Promise<void> {
	const before = await findLead(db, stored.id);
	const now = new Date().toISOString();
	const { address, name, company, role, fields } = given;
	const lead = withResult(
		{
			response: stored.id,
			campaign: campaign.id,
			instrument: stored.instrument,
			is_test: stored.is_test,
			name,
			address,
			company,
			role,
			fields,
			consents: agreed(given, before, now),
			source: countedAs(stored.source),
			...nothingYet,
			intent: before?.intent ?? 0,
			created_at: before?.created_at ?? now,
			updated_at: now
		},
		stored,
		await completedResult(db, stored)
	);
	await writeLead(db, lead);
	await remember(db, stored.id, address);
	await tellIntent(db, stored.id);
	await announce(db, 'lead.captured', stored);
	await postLeadMails(db, campaign, lead, {
		isNew: before === null,
		isMoved: before !== null && before.address !== address
	});
}

/** In the transaction of each completion: the lead, if somebody left one before, says what it is now. */
export async function completeLead(db: Db, stored: Stored): Promise<void> {
	const before = await findLead(db, stored.id);
	const campaign = before === null ? null : await findCampaign(before.campaign, db);
	if (before === null) return;
	const lead = withResult(
		{ ...before, updated_at: new Date().toISOString() },
		stored,
		await completedResult(db, stored)
	);
	await writeLead(db, lead);
	await tellIntent(db, stored.id);
	if (campaign !== null)
		await postLeadMails(db, campaign, lead, { isNew: before.completed_at === null, isMoved: false });
}

const nothingYet = {
	tenths: null,
	scores: null,
	band: null,
	weakest: null,
	finding: null,
	wants: null,
	completed_at: null
};

/** Null before the first completion. */
async function completedResult(db: Db, { id }: Stored): Promise<LeadResult | null> {
	const revision = await latestRevision(db, id);
	if (revision === null) return null;
	const instrument = await instrumentByHash(revision.hash, db);
	if (instrument === null) throw new Error(`the instrument ${revision.hash} is not kept`);
	return resultOf(instrument, valuesOf(revision));
}

/** What was answered about name, company and role stands where nothing was left. */
function withResult(lead: Lead, { completed_at }: Stored, result: LeadResult | null): Lead {
	if (result === null) return lead;
	const { tenths, scores, band, weakest, finding, wants } = result;
	return {
		...lead,
		name: lead.name || result.name.slice(0, 200),
		company: lead.company || result.company.slice(0, 200),
		role: lead.role || (result.role?.label ?? ''),
		...{ tenths, scores: JSON.stringify(scores), band, weakest, finding, wants, completed_at }
	};
}

/** Whoever has agreed to the same words before did so then. */
const agreed = ({ consents }: Given, before: Lead | null, now: string): readonly Consent[] =>
	consents.map((each) => ({
		...each,
		at: before?.consents.find(({ id, hash }) => id === each.id && hash === each.hash)?.at ?? now
	}));
