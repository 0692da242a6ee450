// What is done to an engagement in the studio → its rows, and a note of who did it, both or neither.
import { randomUUID } from 'node:crypto';
import { newEngagementSettings, type EngagementSettings } from '#lib/engagement/settings.ts';
import { note, type Actor } from '../audit.ts';
import { change, type Db } from '../database/database.ts';
import { announceEngagement } from './announcing.ts';
import { engagementFor, insertEngagement, lockEngagement, updateEngagement, type Engagement } from './engagements.ts';
import type { Person } from '../person.ts';

export type NewEngagement = {
	/** One that there is, or the name of a new one. */
	readonly client: { readonly id: string } | { readonly name: string };
	readonly instrument: string;
	readonly name: string;
	readonly promise: Engagement['promise'];
	/** ISO 8601. */
	readonly deadline: string | null;
	readonly settings?: EngagementSettings;
	readonly previous?: string | null;
};

/** Its id; null where the client, or the round before, is not this person's to see. */
export async function createEngagement(person: Person, asked: NewEngagement): Promise<string | null> {
	return change('engagements', async (db) => {
		const now = new Date().toISOString();
		const client = await clientOf(db, person, asked.client, now);
		if (client === null) return null;
		const previous = asked.previous == null ? null : await engagementFor(person, asked.previous, db);
		const isOther = previous !== null && (previous.client.id !== client.id || previous.instrument !== asked.instrument);
		if (isOther || (asked.previous != null && previous === null)) return null;
		const id = randomUUID();
		const { instrument, name, promise, deadline, settings = newEngagementSettings() } = asked;
		await insertEngagement(db, {
			id,
			client,
			instrument,
			name,
			promise,
			deadline,
			settings,
			previous: previous?.id ?? null,
			frozen_at: null,
			open_generation: 1,
			owner: person.id,
			created_at: now,
			updated_at: now,
			closed_at: null,
			deleted_at: null
		});
		await noted(db, person, 'engagement.created', id, { instrument, promise });
		return id;
	});
}

/** A client is seen by whoever may open one of its engagements, or made it. */
async function clientOf(
	db: Db,
	person: Person,
	asked: NewEngagement['client'],
	now: string
): Promise<Engagement['client'] | null> {
	if (!('id' in asked)) {
		const client = { id: randomUUID(), name: asked.name };
		await db
			.insertInto('clients')
			.values({ ...client, created_by: person.id, created_at: now })
			.execute();
		return client;
	}
	const rows = await db
		.selectFrom('clients')
		.leftJoin('engagements', 'engagements.client', 'clients.id')
		.select(['clients.id', 'clients.name', 'clients.created_by', 'engagements.id as engagement'])
		.where('clients.id', '=', asked.id)
		.execute();
	for (const { id, name, created_by, engagement } of rows) {
		if (person.role === 'owner' || created_by === person.id) return { id, name };
		if (engagement !== null && (await engagementFor(person, engagement, db)) !== null) return { id, name };
	}
	return null;
}

type Editable = Partial<Pick<Engagement, 'name' | 'promise' | 'deadline' | 'settings'>>;

/** `frozen`: somebody has answered, so the promise stays what it was. */
export async function editEngagement(
	person: Person,
	id: string,
	some: Editable
): Promise<'changed' | 'frozen' | 'unknown'> {
	return changed(person, id, async (db, engagement) => {
		const isBroken = some.promise !== undefined && some.promise !== engagement.promise;
		if (isBroken && engagement.frozen_at !== null) return 'frozen';
		await updateEngagement(db, id, { ...some, updated_at: new Date().toISOString() });
		await noted(db, person, 'engagement.changed', id, { fields: Object.keys(some) });
		return 'changed';
	});
}

/** Closing tells what there is; opening again takes answers in time again, unless anonymity was promised. */
export async function closeEngagement(person: Person, id: string): Promise<'changed' | 'unknown'> {
	return changed(person, id, async (db, { closed_at }) => {
		if (closed_at === null) {
			const now = new Date().toISOString();
			await updateEngagement(db, id, { closed_at: now, updated_at: now });
			await noted(db, person, 'engagement.closed', id);
			await announceEngagement(db, id);
		}
		return 'changed';
	});
}

/**
 * `told`: results of an anonymous one were told by closing it, and would be told again with one more in them. `over`: its
 * deadline would close it again.
 */
export async function reopenEngagement(person: Person, id: string): Promise<'changed' | 'told' | 'over' | 'unknown'> {
	return changed(person, id, async (db, { closed_at, promise, deadline }) => {
		if (closed_at !== null && promise === 'anonymous') return 'told';
		if (closed_at !== null && deadline !== null && deadline <= new Date().toISOString()) return 'over';
		if (closed_at !== null) {
			await updateEngagement(db, id, { closed_at: null, updated_at: new Date().toISOString() });
			await noted(db, person, 'engagement.reopened', id);
		}
		return 'changed';
	});
}

/** Every open link that was given out is dead afterwards. */
export async function renewOpenLink(person: Person, id: string): Promise<'changed' | 'unknown'> {
	return changed(person, id, async (db, { open_generation }) => {
		await updateEngagement(db, id, { open_generation: open_generation + 1, updated_at: new Date().toISOString() });
		await noted(db, person, 'engagement.open-link-renewed', id);
		return 'changed';
	});
}

/** Only whoever answers for it, or owns the studio, shares it and takes that back. */
export async function shareEngagement(
	person: Person,
	id: string,
	colleague: string,
	isShared: boolean
): Promise<'changed' | 'unknown'> {
	return changed(person, id, async (db, engagement) => {
		if (!isHolder(person, engagement) || engagement.owner === colleague) return 'unknown';
		const row = { engagement: id, person: colleague };
		const held = db.deleteFrom('engagement_colleagues').where('engagement', '=', id).where('person', '=', colleague);
		await held.execute();
		if (isShared)
			await db
				.insertInto('engagement_colleagues')
				.values({ ...row, created_at: new Date().toISOString() })
				.execute();
		await noted(db, person, isShared ? 'engagement.shared' : 'engagement.unshared', id, { colleague });
		return 'changed';
	});
}

/** Links die; what people answered stays theirs. */
export async function deleteEngagement(person: Person, id: string): Promise<'changed' | 'unknown'> {
	return changed(person, id, async (db, engagement) => {
		if (!isHolder(person, engagement)) return 'unknown';
		await updateEngagement(db, id, { deleted_at: new Date().toISOString() });
		await noted(db, person, 'engagement.deleted', id);
		return 'changed';
	});
}

export const isHolder = (person: Person, { owner }: Pick<Engagement, 'owner'>): boolean =>
	person.role === 'owner' || owner === person.id;

/** Changes an engagement that this person may open, by itself. */
export async function changed<const Result>(
	person: Person,
	id: string,
	work: (db: Db, engagement: Engagement) => Promise<Result>
): Promise<Result | 'unknown'> {
	return change(`engagement ${id}`, async (db): Promise<Result | 'unknown'> => {
		await lockEngagement(db, id);
		const engagement = await engagementFor(person, id, db);
		return engagement === null ? 'unknown' : work(db, engagement);
	});
}

export const noted = (
	db: Db,
	person: Person,
	action: string,
	id: string,
	detail: Readonly<Record<string, unknown>> = {}
): Promise<void> => note(db, `person ${person.id}` satisfies Actor, action, `engagement ${id}`, detail);
