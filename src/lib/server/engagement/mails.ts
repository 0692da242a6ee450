// Whom a consultant asks by mail → a row in the outbox and the time of it beside the person, both or neither.
import type { z } from 'zod';
import type { Db } from '../database/database.ts';
import { postMail } from '../mail.ts';
import type { Person } from '../person.ts';
import { changed, noted } from './changes.ts';
import { withInvitee } from './invitee-changes.ts';
import { inviteesOf, isReachable, updateInvitee, type Invitee } from './invitees.ts';
import type { engagementPayload } from './letters.ts';

/** In milliseconds: how long after an invitation the same address gets no other from the same engagement. */
const REST = 3_600_000;

export const isUninvited = (invitee: Invitee): boolean => isReachable(invitee) && invitee.invited_at === null;

/** How many mails were posted to those who had none yet. */
export async function inviteAll(person: Person, engagement: string): Promise<number | 'closed' | 'unknown'> {
	return changed(person, engagement, async (db, { closed_at }) => {
		if (closed_at !== null) return 'closed';
		const now = new Date();
		const resting = await restingUntil(db, engagement, now);
		const all = (await inviteesOf(engagement, db)).filter(isUninvited);
		const asked = all.filter(({ address }) => !resting.has(address.toLowerCase()));
		for (const invitee of asked) await postTo(db, invitee, 'engagement-invitation', now);
		if (asked.length > 0) await noted(db, person, 'engagement.people-invited', engagement, { count: asked.length });
		return asked.length;
	});
}

type Invited =
	| { readonly kind: 'sent' }
	/** From when on it can be sent again, ISO 8601. */
	| { readonly kind: 'resting'; readonly until: string }
	| { readonly kind: 'closed' | 'finished' | 'no-address' };

/** One mail to one person, again or for the first time. */
export async function inviteOne(person: Person, engagement: string, id: string): Promise<Invited | 'unknown'> {
	return withInvitee(person, engagement, id, async (db, invitee, { closed_at }) => {
		if (closed_at !== null) return { kind: 'closed' };
		if (invitee.completed_at !== null) return { kind: 'finished' };
		if (invitee.address === '') return { kind: 'no-address' };
		const now = new Date();
		const until = (await restingUntil(db, engagement, now)).get(invitee.address.toLowerCase());
		if (until !== undefined) return { kind: 'resting', until };
		await postTo(db, invitee, 'engagement-invitation', now);
		await noted(db, person, 'engagement.person-invited', engagement, { invitee: id });
		return { kind: 'sent' };
	});
}

/** Notes the time with the mail: of several that wait for the same person, only the one of the last time is sent. */
export async function postTo(
	db: Db,
	{ id: invitee, address: destination, response }: Invitee,
	template: z.output<typeof engagementPayload>['template'],
	date: Date,
	dueAt?: string
): Promise<void> {
	const at = date.toISOString();
	await updateInvitee(db, invitee, template === 'engagement-invitation' ? { invited_at: at } : { reminded_at: at });
	await postMail(db, {
		kind: 'mail',
		destination,
		...(response === null ? {} : { response }),
		payload: { template, invitee, at },
		...(dueAt === undefined ? {} : { dueAt })
	});
}

/** By address, removed people's too: whoever was removed and added again is the same person. */
async function restingUntil(db: Db, engagement: string, now: Date): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectFrom('invitees')
		.select(['address', 'invited_at'])
		.where('engagement', '=', engagement)
		.where('invited_at', '>', new Date(now.getTime() - REST).toISOString())
		.orderBy('invited_at')
		.execute();
	return new Map(
		rows.map(({ address, invited_at }) => [
			address.toLowerCase(),
			new Date(Date.parse(invited_at ?? '') + REST).toISOString()
		])
	);
}
