// An engagement → what other programs are told of it: how many answered, and what the company amounts to where that may be told.
import type { z } from 'zod';
import type { Scores } from '#core/scores/scores.ts';
import { pageOf, type Asked, type engagementsQuery } from '../api-queries.ts';
import type { EngagementCompleted, EngagementSaid, EngagementsReply } from '../api-shapes.ts';
import { content } from '../content.ts';
import { database } from '../database/database.ts';
import { findEngagement, type Engagement } from './engagements.ts';
import { inviteesOf, type Invitee } from './invitees.ts';
import { resultsOf, type Results } from './results.ts';

/** No names but that of the round; nobody who was asked is told apart. */
async function engagementSaid(engagement: Engagement): Promise<EngagementSaid> {
	const { id, client, instrument, name, promise, previous, deadline, created_at, closed_at } = engagement;
	const invitees = await inviteesOf(id);
	const people = peopleIn(invitees);
	// An instrument that is offered no more, and that nobody answered, amounts to nothing.
	const isThere = people.finished > 0 || content().instruments.has(instrument);
	const { several, because, instrument: answered } = isThere ? await resultsOf(engagement) : NOTHING;
	return {
		id,
		client: { id: client.id },
		instrument,
		name,
		promise,
		previous,
		state: closed_at !== null ? 'closed' : engagement.frozen_at === null ? 'asking' : 'answering',
		deadline,
		createdAt: created_at,
		closedAt: closed_at,
		people,
		result:
			several === null || answered === null
				? null
				: { respondents: several.n, indices: indicesOf(several.scores, answered) },
		because
	};
}

const NOTHING = { several: null, because: 'nobody', instrument: null } as const;

function peopleIn(invitees: readonly Invitee[]): EngagementSaid['people'] {
	const finished = invitees.filter(({ completed_at }) => completed_at !== null).length;
	const begun = invitees.filter(({ begun_at, completed_at }) => begun_at !== null && completed_at === null).length;
	return { asked: invitees.length, begun, finished };
}

/** Of the company: what is about a person is nobody else's. */
function indicesOf({ indices }: Scores, { indices: all }: Results['instrument']) {
	const company = all.filter(({ about }) => about === 'company');
	return Object.fromEntries(
		company.flatMap(({ id }) => {
			const index = indices[id];
			if (index === undefined) return [];
			const { tenths } = index;
			return [[id, tenths === null ? { tenths, because: index.because } : { tenths, band: index.band }] as const];
		})
	);
}

/** Null where it is gone. */
export async function engagementPayload(id: string): Promise<EngagementCompleted | null> {
	const engagement = await findEngagement(id);
	if (engagement === null) return null;
	const timestamp = engagement.closed_at ?? (await lastFinished(id)) ?? engagement.updated_at;
	return { type: 'engagement.completed', timestamp, data: { engagement: await engagementSaid(engagement) } };
}

async function lastFinished(id: string): Promise<string | null> {
	const finished = (await inviteesOf(id)).flatMap(({ completed_at }) => completed_at ?? []);
	return finished.sort().at(-1) ?? null;
}

/** The newest first. */
export async function engagementsPage({
	query: { instrument },
	after,
	limit
}: Asked<z.output<typeof engagementsQuery>>): Promise<EngagementsReply> {
	const db = await database();
	const rows = await db
		.selectFrom('engagements')
		.select(['id', 'created_at'])
		.where('deleted_at', 'is', null)
		.$if(instrument !== undefined, (each) => each.where('instrument', '=', instrument ?? ''))
		.$if(after !== null, (each) =>
			each.where((row) => row(row.refTuple('created_at', 'id'), '<', row.tuple(after?.at ?? '', after?.id ?? '')))
		)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit + 1)
		.execute();
	const { page, next } = pageOf(rows, limit, ({ id, created_at }) => ({ id, at: created_at }));
	const engagements: EngagementsReply['engagements'] = [];
	for (const { id } of page) {
		const engagement = await findEngagement(id, db);
		// It was deleted meanwhile.
		if (engagement === null) continue;
		engagements.push({ ...(await engagementSaid(engagement)), client: engagement.client });
	}
	return { engagements, next };
}
