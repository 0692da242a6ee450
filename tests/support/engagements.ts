// An engagement of somebody in the studio, and people of its client who answer, for tests.
import { createEngagement, closeEngagement, type NewEngagement } from '#lib/server/engagement/changes.ts';
import { addInvitees, inviteeToken } from '#lib/server/engagement/invitee-changes.ts';
import { findEngagement, type Engagement } from '#lib/server/engagement/engagements.ts';
import type { Invitee } from '#lib/server/engagement/invitees.ts';
import { newEngagementSettings } from '#lib/engagement/settings.ts';
import { completeResponse } from '#lib/server/responses.ts';
import type { Person } from '#lib/server/person.ts';
import { newId, newKey, saving } from './world.ts';

/** Made by this person; a client of its own unless `asked` names one. */
export async function engagementOf(person: Person, asked: Partial<NewEngagement> = {}): Promise<Engagement> {
	const id = await createEngagement(person, {
		client: { name: 'Harbour Pumps' },
		instrument: 'small',
		name: 'Spring',
		promise: 'named',
		deadline: null,
		settings: newEngagementSettings(),
		...asked
	});
	if (id === null) throw new Error('the engagement was not made');
	return engagementNow(id);
}

/** As it stands in the database. */
export async function engagementNow(id: string): Promise<Engagement> {
	const found = await findEngagement(id);
	if (found === null) throw new Error(`there is no engagement ${id}`);
	return found;
}

/** Asks one person for each role; null is one whose role is not known. */
export async function asked(
	person: Person,
	{ id }: Pick<Engagement, 'id'>,
	roles: readonly (string | null)[]
): Promise<readonly Invitee[]> {
	const people = roles.map((role, at) => {
		const name = `${role ?? 'nobody'} ${at + 1}`;
		return { name, address: `${role ?? 'nobody'}-${at + 1}-${newId()}@client.example`, role };
	});
	const added = await addInvitees(person, id, people);
	if (typeof added === 'string') throw new Error(`nobody was added: ${added}`);
	return added;
}

/** The invitee answers all of these and completes; the id of the response. */
export async function answers(
	invitee: Pick<Invitee, 'id' | 'generation'>,
	given: Readonly<Record<string, unknown>>,
	more: Readonly<Record<string, unknown>> = {}
): Promise<string> {
	const id = newId();
	const marked = Object.fromEntries(Object.entries(given).map(([question, value]) => [question, [value, 1] as const]));
	const sent = { ...(saving(marked) as Readonly<Record<string, unknown>>), invitation: inviteeToken(invitee), ...more };
	const completed = await completeResponse(id, newKey(), sent);
	if (completed.kind !== 'completed') throw new Error(JSON.stringify(completed));
	return id;
}

/** Closes it, and gives it as it stands then. */
export async function closed(person: Person, { id }: Pick<Engagement, 'id'>): Promise<Engagement> {
	await closeEngagement(person, id);
	return engagementNow(id);
}
