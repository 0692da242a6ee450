// A response that was begun by an engagement's link → whose it is, and what that engagement knows of it.
import type { Db } from '../database/database.ts';
import { findEngagement, lockEngagement, updateEngagement, type Engagement } from './engagements.ts';
import { newInvitee } from './invitee-changes.ts';
import { inviteeByHash, inviteeById, insertInvitees, othersAreDone, updateInvitee, type Invitee } from './invitees.ts';
import type { Stored } from '../response-rows.ts';
import { derivedToken, tokenHash } from '../tokens.ts';

/** Whom a link is for: one person, or anybody who has the open link. */
export type Linked = { readonly engagement: Engagement; readonly invitee: Invitee | null };

/** Names the engagement, so that it is found, and proves that the link is ours and the last that was given out. */
export const openToken = ({ id, open_generation }: Pick<Engagement, 'id' | 'open_generation'>): string =>
	`${id}.${derivedToken('open-engagement', id, open_generation)}`;

/** What a token of either kind leads to; null for every other text, and where the engagement or the invitation is gone. */
export async function linkedBy(token: string, db?: Db): Promise<Linked | null> {
	const [id, proof] = token.split('.');
	if (id !== undefined && proof !== undefined) {
		const engagement = await findEngagement(id, db);
		const isOpen = engagement !== null && engagement.settings.openLink && openToken(engagement) === token;
		return isOpen ? { engagement, invitee: null } : null;
	}
	const invitee = await inviteeByHash(tokenHash(token), db);
	const engagement = invitee && (await findEngagement(invitee.engagement, db));
	return invitee && engagement && { engagement, invitee };
}

/** Whether answers are taken now. */
export const takesAnswers = ({ closed_at, settings }: Engagement): boolean => closed_at === null || settings.takesLate;

/** Why nobody begins: the link is dead or for another survey, or answers are not taken any more. */
export type NotInvited = { readonly refused: 'dead' | 'closed' };

/**
 * The id of whoever begins a response with this token, for `responses.invitation`, or why nobody does. By the open link
 * everybody is somebody new.
 */
export async function inviteeFor(db: Db, token: string, instrument: string, now: string): Promise<string | NotInvited> {
	const linked = await linkedBy(token, db);
	if (linked === null || linked.engagement.instrument !== instrument) return { refused: 'dead' };
	if (!takesAnswers(linked.engagement)) return { refused: 'closed' };
	if (linked.invitee !== null) return linked.invitee.id;
	const somebody = newInvitee(linked.engagement.id, { name: '', address: '', role: null }, 'open link', now);
	await insertInvitees(db, [somebody]);
	return somebody.id;
}

/** Notes the first answer: the promise stays from now on. Begun again elsewhere, the response that is completed counts. */
export async function noteBegun(
	db: Db,
	{ id, invitation }: Pick<Stored, 'id' | 'invitation'>,
	now: string
): Promise<void> {
	const found = await engagedIn(db, invitation);
	if (found === null) return;
	const { invitee, engagement } = found;
	if (invitee.completed_at === null)
		await updateInvitee(db, invitee.id, { response: id, begun_at: invitee.begun_at ?? now });
	if (engagement.frozen_at !== null) return;
	// Whoever changes the promise at this moment goes first, or finds it frozen.
	await lockEngagement(db, engagement.id);
	await updateEngagement(db, engagement.id, { frozen_at: now });
}

/**
 * Before the time of a completion is taken: until it is kept nobody closes the engagement, so that what was told by then
 * has it or never will; and of two who finish at the same moment one sees the other.
 */
export async function holdEngagement(db: Db, { invitation }: Pick<Stored, 'invitation'>): Promise<void> {
	const found = await engagedIn(db, invitation);
	if (found !== null) await lockEngagement(db, found.engagement.id);
}

export type Noted = {
	readonly engagement: Engagement;
	/** Everybody who was asked has finished, by this one; by an open link anybody may still come. */ readonly isLast: boolean;
};

/**
 * Notes a completion: of one person the latest counts, and what is late once was late. Where nothing late is taken it
 * stays the participant's own; null, as where nobody was asked.
 */
export async function noteCompleted(
	db: Db,
	{ id, invitation }: Pick<Stored, 'id' | 'invitation'>,
	now: string
): Promise<Noted | null> {
	const found = await engagedIn(db, invitation);
	if (found === null) return null;
	const { invitee, engagement } = found;
	if (!takesAnswers(engagement) || isToldOf(invitee, engagement)) return null;
	await updateInvitee(db, invitee.id, { response: id, begun_at: invitee.begun_at ?? now, completed_at: now });
	const isFirst = invitee.completed_at === null && !engagement.settings.openLink;
	return { engagement, isLast: isFirst && (await othersAreDone(db, invitee)) };
}

/** What was told of an anonymous engagement when it was closed would, told again, differ by this one person. */
const isToldOf = ({ completed_at }: Invitee, { promise, closed_at }: Engagement): boolean =>
	promise === 'anonymous' && closed_at !== null && completed_at !== null;

async function engagedIn(
	db: Db,
	invitation: string | null
): Promise<{ readonly invitee: Invitee; readonly engagement: Engagement } | null> {
	const invitee = invitation === null ? null : await inviteeById(invitation, db);
	const engagement = invitee && (await findEngagement(invitee.engagement, db));
	return invitee && engagement && { invitee, engagement };
}
