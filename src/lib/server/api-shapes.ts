// What the interface with a key and the webhooks say of responses, results, leads and campaigns: one shape for each.
import { z } from 'zod';
import { indexShape, keyAreaShape } from './score-line.ts';

const text = z.string();

const moment = z.iso.datetime().describe('ISO 8601 in UTC.');

const fields = z.record(text, text);

export const responseShape = z.strictObject({
	id: z.uuid(),
	instrument: text.describe('The id of what was answered.'),
	version: text,
	locale: text.nullable(),
	campaign: text.nullable().describe('Null: it came through none.'),
	source: fields.describe('UTM and hidden fields, as the link or the page that embeds the survey gave them.'),
	test: z.boolean().describe('Made while trying something out: it counts nowhere.'),
	revision: z.int().min(1).describe('It rises when a report is reopened and the answers are sent again.'),
	startedAt: moment,
	completedAt: moment.nullable()
});

const headlineShape = z.strictObject({
	text: text.describe('The sentence that opens the report; empty where the content has none.'),
	strongest: text.nullable().describe('The id of a sub-index; null where they are even.'),
	weakest: text.nullable().describe('The id of a sub-index; null where they are even.'),
	tone: text
});

export const resultShape = z.strictObject({
	headline: headlineShape.nullable().describe('Null where too little was answered to say one.'),
	indices: z.record(text, indexShape).describe("By the content's ids."),
	keyAreas: z.array(keyAreaShape).describe('At most five, the first to attend to first.'),
	patterns: z.array(text).describe('Ids of findings that several answers make together.')
});

export const leadShape = z.strictObject({
	name: text,
	email: text,
	company: text,
	role: text,
	fields: fields.describe("The campaign's own fields, by id."),
	consents: z
		.array(z.strictObject({ id: text, text: text.describe('The wording that was agreed to.'), at: moment }))
		.describe('The boxes that were ticked.'),
	intent: z.int().min(0).max(100).describe('How much speaks for their wanting to talk.'),
	capturedAt: moment
});

const startedData = z.strictObject({ response: responseShape });

const completedData = z.strictObject({ response: responseShape, result: resultShape });

const leadData = z.strictObject({
	response: responseShape,
	lead: leadShape,
	result: resultShape.nullable().describe('Null where the address came before the last answer.')
});

const count = z.int().min(0);

export const engagementShape = z.strictObject({
	id: z.uuid(),
	client: z.strictObject({ id: z.uuid() }),
	instrument: text,
	name: text.describe('What this round is called.'),
	promise: z
		.enum(['named', 'anonymous'])
		.describe('What the people were promised: anonymous is that nobody learns who said what.'),
	previous: z.uuid().nullable().describe('The round before this one.'),
	state: z.enum(['asking', 'answering', 'closed']).describe('Nobody has begun, somebody has, or it is closed.'),
	deadline: moment.nullable(),
	createdAt: moment,
	closedAt: moment.nullable(),
	people: z.strictObject({
		asked: count.describe('Whose link counts, those who came by the open link included.'),
		begun: count.describe('Of them, those who have begun and not finished.'),
		finished: count
	}),
	result: z
		.strictObject({
			respondents: count.describe('Whose answers are in it.'),
			indices: z.record(text, indexShape).describe("Of the company, by the content's ids.")
		})
		.nullable()
		.describe('Null where nothing may be told; because says why.'),
	because: z.enum(['nobody', 'too few', 'not closed']).nullable()
});

const payload = <Data extends z.ZodType>(type: string, data: Data) =>
	z.strictObject({ type: z.literal(type), timestamp: moment.describe('When it happened.'), data });

/** What a webhook is sent, by event. */
export const payloadShapes = {
	'response.started': payload('response.started', startedData),
	'response.completed': payload('response.completed', completedData),
	'lead.captured': payload('lead.captured', leadData),
	'engagement.completed': payload('engagement.completed', z.strictObject({ engagement: engagementShape }))
} as const;

const next = text.nullable().describe('Send it as cursor for the page that follows; null: this is the last.');

export const responsesReply = z.strictObject({
	responses: z.array(
		z.strictObject({
			...responseShape.shape,
			answers: z
				.record(text, z.unknown())
				.describe('By question id, as bellwether score takes them. Names only for a key with leads:read.')
		})
	),
	next
});

export const leadsReply = z.strictObject({
	leads: z.array(
		z.strictObject({
			response: z.uuid(),
			campaign: text,
			instrument: text,
			source: fields,
			test: z.boolean(),
			...leadShape.shape,
			result: z
				.strictObject({
					tenths: z.int().nullable().describe("The company's index, else the first there is."),
					band: text.nullable(),
					weakest: text.nullable(),
					headline: text.nullable(),
					wants: text.nullable().describe('What they said that they want to mend.'),
					completedAt: moment
				})
				.nullable()
				.describe('Null: they have not finished.')
		})
	),
	next
});

export const campaignsReply = z.strictObject({
	campaigns: z.array(
		z.strictObject({
			id: text,
			name: text,
			instrument: text,
			opening: z.enum(['open', 'unpublished', 'not yet', 'over']).describe('Whether people may take it now.'),
			opensAt: moment.nullable(),
			closesAt: moment.nullable(),
			createdAt: moment
		})
	)
});

export const engagementsReply = z.strictObject({
	engagements: z.array(
		z.strictObject({ ...engagementShape.shape, client: z.strictObject({ id: z.uuid(), name: text }) })
	),
	next
});

export const editionsReply = z.strictObject({
	editions: z.array(
		z.strictObject({
			id: text,
			instrument: text,
			major: z.int().describe('Of the version that was answered: benchmarks never mix majors.'),
			date: z.iso.date(),
			createdAt: moment
		})
	),
	next
});

export type ResponseSaid = z.output<typeof responseShape>;
export type ResultSaid = z.output<typeof resultShape>;
export type LeadSaid = z.output<typeof leadShape>;
export type ResponsesReply = z.output<typeof responsesReply>;
export type LeadsReply = z.output<typeof leadsReply>;
export type CampaignsReply = z.output<typeof campaignsReply>;
export type EngagementSaid = z.output<typeof engagementShape>;
export type EngagementCompleted = z.output<(typeof payloadShapes)['engagement.completed']>;
export type EngagementsReply = z.output<typeof engagementsReply>;
export type EditionsReply = z.output<typeof editionsReply>;
