// What somebody sends with a key of their response → their lead, or why it is not taken.
import type { Problem } from '#core/problem.ts';
import { findCampaign } from './campaigns.ts';
import { change, database, type Db } from './database/database.ts';
import { wrong } from './input.ts';
import { ownedBy } from './keys.ts';
import { keepLead } from './lead-keeping.ts';
import { readLead } from './lead-shape.ts';
import { waitToLeave } from './limits.ts';
import { findResponse } from './response-rows.ts';
import { readResponse } from './responses.ts';

export type LeadTaken =
	| { readonly kind: 'kept' }
	| { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
	| { readonly kind: 'too-often'; readonly seconds: number }
	/** The response came by no campaign, or by one that was deleted. */
	| { readonly kind: 'not-asked' }
	| { readonly kind: 'unknown' };

export const NOT_ASKED = wrong(
	'not-asked',
	'response',
	'a response of a campaign',
	'another',
	'Nobody asks for an address here.'
);

/** The answer is the same whether or not the address is known. */
export async function leaveByOwner(ownerKey: string, body: unknown): Promise<LeadTaken> {
	const id = await ownedBy(ownerKey);
	return id === null ? { kind: 'unknown' } : leave(id, body, async (db) => (await ownedBy(ownerKey, db)) === id);
}

/** The same for whoever answers: before the first question, or from a program. */
export async function leaveByEditor(id: string, key: string, body: unknown): Promise<LeadTaken> {
	const view = await readResponse(id, key);
	return view === null ? { kind: 'unknown' } : leave(view.id, body, () => Promise.resolve(true));
}

async function leave(id: string, body: unknown, still: (db: Db) => Promise<boolean>): Promise<LeadTaken> {
	const stored = await findResponse(await database(), id);
	const campaign = stored?.campaign == null ? null : await findCampaign(stored.campaign);
	if (campaign === null) return { kind: 'not-asked' };
	const read = readLead(campaign.settings.form, body);
	if (!read.ok) return { kind: 'invalid', problems: read.problems };
	const seconds = await waitToLeave(id);
	if (seconds > 0) return { kind: 'too-often', seconds };
	// A program that fills in everything learns nothing.
	if (read.value.isTrapped) return { kind: 'kept' };
	return change(id, async (db): Promise<LeadTaken> => {
		const now = await findResponse(db, id);
		if (now === null || !(await still(db))) return { kind: 'unknown' };
		await keepLead(db, campaign, now, read.value);
		return { kind: 'kept' };
	});
}

/** Of a form that was not taken. */
export function problemsOf(left: Exclude<LeadTaken, { kind: 'kept' }>): readonly Pick<Problem, 'code' | 'where'>[] {
	if (left.kind === 'invalid') return left.problems;
	return [{ code: left.kind === 'too-often' ? 'too-often' : 'unavailable', where: 'body' }];
}
