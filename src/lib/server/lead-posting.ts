// A posted lead form → kept, or the form as it comes back.
import type { LeadForm } from '#lib/campaign/lead-form.ts';
import { readFormOrJson } from './body.ts';
import { findCampaign } from './campaigns.ts';
import { database } from './database/database.ts';
import { ownedBy } from './keys.ts';
import { refusedForm } from './lead-form.ts';
import { leadBody } from './lead-shape.ts';
import { leaveByOwner, problemsOf } from './lead-taking.ts';
import { findResponse } from './response-rows.ts';

export type LeftOnPage = 'kept' | 'unknown' | { readonly status: 422 | 429; readonly form: LeadForm };

export async function leaveOnPage(ownerKey: string, request: Request): Promise<LeftOnPage> {
	const body = await readFormOrJson(request);
	if (!body.ok) return 'unknown';
	const entries = Object.entries(Object(body.value) as Readonly<Record<string, unknown>>);
	const left = await leaveByOwner(ownerKey, leadBody(entries));
	if (left.kind === 'kept' || left.kind === 'unknown') return left.kind;
	const db = await database();
	const response = await ownedBy(ownerKey, db);
	const stored = response === null ? null : await findResponse(db, response);
	const campaign = stored?.campaign == null ? null : await findCampaign(stored.campaign, db);
	if (campaign === null) return 'unknown';
	const status = left.kind === 'too-often' ? 429 : 422;
	return { status, form: refusedForm(campaign.settings.form, entries, problemsOf(left)) };
}
