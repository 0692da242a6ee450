// An event and what it is about → what a webhook is told, made when it is sent: nothing of it waits in the outbox.
import { plain } from '#core/instrument/fill.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { headline, ofKind } from '#core/report/chosen.ts';
import { valuesOf } from '#core/survey/draft.ts';
import type { EngagementCompleted, LeadSaid, ResponseSaid, ResultSaid } from './api-shapes.ts';
import { scored } from './composing.ts';
import { database } from './database/database.ts';
import { askedBy } from './engagement/invited.ts';
import { engagementPayload } from './engagement/said.ts';
import { findLead, type Lead } from './leads.ts';
import { instrumentOf } from './opened.ts';
import { findResponse, type Stored } from './response-rows.ts';
import { revisionsOf, type Revision } from './revisions.ts';
import { scoreLine } from './score-line.ts';
import type { WebhookEvent } from './webhooks.ts';

export type Payload =
	| {
			readonly type: Exclude<WebhookEvent, 'engagement.completed'>;
			readonly timestamp: string;
			readonly data: { readonly response: ResponseSaid; readonly result?: ResultSaid | null; readonly lead?: LeadSaid };
	  }
	| EngagementCompleted;

/** `about`: a response, or an engagement. Null where there is nothing to tell any more: it is gone, or the lead is. */
export async function payloadOf(event: WebhookEvent, about: string, revision: number): Promise<Payload | null> {
	if (event === 'engagement.completed') return engagementPayload(about);
	const db = await database();
	const stored = await findResponse(db, about);
	// What was posted before it was known that nobody learns of it is not told either.
	if (stored === null || (await askedBy(db, stored.invitation))?.promise === 'anonymous') return null;
	const revisions = await revisionsOf(db, about);
	switch (event) {
		case 'response.started':
			return started(stored);
		case 'response.completed': {
			const completed = revisions.find((each) => each.revision === revision);
			return completed === undefined ? null : completedPayload(stored, completed, await instrumentOf(completed));
		}
		case 'lead.captured': {
			const lead = await findLead(db, about);
			const completed = revisions.at(-1) ?? null;
			const instrument = completed === null ? null : await instrumentOf(completed);
			return lead === null ? null : leadPayload(stored, lead, completed, instrument);
		}
	}
}

export const started = (stored: Stored): Payload => ({
	type: 'response.started',
	timestamp: stored.created_at,
	data: { response: { ...responseSaid(stored), revision: 1, completedAt: null } }
});

export const completedPayload = (stored: Stored, completed: Revision, instrument: Instrument): Payload => ({
	type: 'response.completed',
	timestamp: completed.completed_at,
	data: { response: as(stored, completed), result: resultSaid(instrument, completed) }
});

export const leadPayload = (
	stored: Stored,
	lead: ToldLead,
	completed: Revision | null,
	instrument: Instrument | null
): Payload => ({
	type: 'lead.captured',
	timestamp: lead.created_at,
	data: {
		response: completed === null ? responseSaid(stored) : as(stored, completed),
		lead: leadSaid(lead),
		result: completed === null || instrument === null ? null : resultSaid(instrument, completed)
	}
});

/** What everybody who is told of a response is told. */
export const responseSaid = (stored: Omit<Stored, 'answers' | 'timing'>): ResponseSaid => ({
	id: stored.id,
	instrument: stored.instrument,
	version: stored.version,
	locale: stored.locale,
	campaign: stored.campaign,
	source: { ...stored.source },
	test: stored.is_test === 1,
	revision: stored.revision,
	startedAt: stored.created_at,
	completedAt: stored.completed_at
});

export type ToldLead = Pick<
	Lead,
	'name' | 'address' | 'company' | 'role' | 'fields' | 'consents' | 'intent' | 'created_at'
>;

export const leadSaid = (lead: ToldLead): LeadSaid => ({
	name: lead.name,
	email: lead.address,
	company: lead.company,
	role: lead.role,
	fields: { ...lead.fields },
	consents: lead.consents.map(({ id, text, at }) => ({ id, text, at })),
	intent: lead.intent,
	capturedAt: lead.created_at
});

const as = (stored: Stored, { revision, completed_at }: Revision): ResponseSaid => ({
	...responseSaid(stored),
	revision,
	completedAt: completed_at
});

export function resultSaid(instrument: Instrument, completed: Revision): ResultSaid {
	const { answers, findings } = scored(instrument, valuesOf(completed));
	const { indices, keyAreas, patterns } = scoreLine(instrument, null, answers);
	const [found] = ofKind(findings, 'headline');
	return {
		headline:
			found === undefined
				? null
				: {
						text: plain(headline({ findings, instrument })),
						strongest: found.strongest,
						weakest: found.weakest,
						tone: found.tone
					},
		indices,
		keyAreas,
		patterns
	};
}
