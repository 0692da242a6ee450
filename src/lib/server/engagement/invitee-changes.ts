// What is done with the people of an engagement → their rows and links, and a note of who did it, both or neither.
import { randomUUID } from 'node:crypto';
import type { Db } from '../database/database.ts';
import { changed, noted } from './changes.ts';
import { inviteeById, insertInvitees, inviteesOf, updateInvitee, type Invitee } from './invitees.ts';
import type { Listed } from './people-list.ts';
import type { Engagement } from './engagements.ts';
import type { Person } from '../person.ts';
import { derivedToken, tokenHash } from '../tokens.ts';

/** The most people that one engagement holds. */
export const MOST_INVITEES = 2000;

/** The token of somebody's own link. */
export const inviteeToken = ({ id, generation }: Pick<Invitee, 'id' | 'generation'>): string =>
	derivedToken('engagement', id, generation);

export const inviteePath = (invitee: Pick<Invitee, 'id' | 'generation'>): string => `/e/${inviteeToken(invitee)}`;

/** Somebody who was not asked yet. */
export function newInvitee(
	engagement: string,
	{ name, address, role }: Listed,
	via: Invitee['via'],
	now: string
): Invitee {
	const id = randomUUID();
	return {
		id,
		engagement,
		name,
		address,
		role,
		via,
		hash: tokenHash(inviteeToken({ id, generation: 1 })),
		generation: 1,
		response: null,
		begun_at: null,
		completed_at: null,
		invited_at: null,
		reminded_at: null,
		declined_at: null,
		removed_at: null,
		replaced_by: null,
		created_at: now
	};
}

/** Those who were added; whoever is there by the same address stays as they are. */
export async function addInvitees(
	person: Person,
	engagement: string,
	people: readonly Listed[]
): Promise<readonly Invitee[] | 'unknown' | 'too many'> {
	return changed(person, engagement, async (db) => {
		const there = await inviteesOf(engagement, db);
		const known = new Set(there.map(({ address }) => address.toLowerCase()));
		const added = people.filter(({ address }) => !known.has(address.toLowerCase()));
		if (there.length + added.length > MOST_INVITEES) return 'too many';
		const invitees = added.map((each, at) => newInvitee(engagement, each, 'invitation', later(at)));
		await insertInvitees(db, invitees);
		await noted(db, person, 'engagement.people-added', engagement, { count: invitees.length });
		return invitees;
	});
}

/** A millisecond apart, so that they stay in the order in which they were given. */
const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** Somebody else is asked in their place: the first link is dead. */
export async function replaceInvitee(
	person: Person,
	engagement: string,
	id: string,
	instead: Listed
): Promise<Invitee | 'unknown' | 'known' | 'answered'> {
	return withInvitee(person, engagement, id, async (db, invitee, found) => {
		if (isSettled(invitee, found)) return 'answered';
		const others = (await inviteesOf(engagement, db)).filter((each) => each.id !== id);
		if (others.some(({ address }) => address.toLowerCase() === instead.address.toLowerCase())) return 'known';
		const next = newInvitee(engagement, { ...instead, role: instead.role ?? invitee.role }, 'invitation', later(0));
		await insertInvitees(db, [next]);
		await updateInvitee(db, id, { removed_at: later(0), replaced_by: next.id });
		await noted(db, person, 'engagement.person-replaced', engagement, { invitee: id, by: next.id });
		return next;
	});
}

/**
 * Their link is dead, and what they answered does not count. `answered`: whoever was promised anonymity stays where they
 * are once they have answered, for what a mean loses or gains by one person is that person's answer.
 */
export const removeInvitee = (
	person: Person,
	engagement: string,
	id: string
): Promise<'changed' | 'answered' | 'unknown'> =>
	withInvitee(person, engagement, id, async (db, invitee, found) => {
		if (isSettled(invitee, found)) return 'answered';
		await updateInvitee(db, id, { removed_at: later(0) });
		await noted(db, person, 'engagement.person-removed', engagement, { invitee: id });
		return 'changed';
	});

/** Name and role may be mended at any time; another address is another person. */
export const editInvitee = (
	person: Person,
	engagement: string,
	id: string,
	some: Pick<Invitee, 'name' | 'role'>
): Promise<'changed' | 'answered' | 'unknown'> =>
	withInvitee(person, engagement, id, async (db, invitee, found) => {
		if (some.role !== invitee.role && isSettled(invitee, found)) return 'answered';
		await updateInvitee(db, id, some);
		await noted(db, person, 'engagement.person-changed', engagement, { invitee: id });
		return 'changed';
	});

const isSettled = ({ completed_at }: Invitee, { promise }: Engagement): boolean =>
	promise === 'anonymous' && completed_at !== null;

/** Does something with one of its people who is still asked. */
export async function withInvitee<const Result>(
	person: Person,
	engagement: string,
	id: string,
	work: (db: Db, invitee: Invitee, engagement: Engagement) => Promise<Result>
): Promise<Result | 'unknown'> {
	return changed(person, engagement, async (db, found): Promise<Result | 'unknown'> => {
		const invitee = await inviteeById(id, db);
		return invitee === null || invitee.engagement !== engagement ? 'unknown' : work(db, invitee, found);
	});
}
