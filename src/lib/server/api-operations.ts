// Every operation under /api/v1: who may call it, what it takes and what it answers, with the schemas that check it.
import { z } from 'zod';
import { TRAP } from '#lib/campaign/lead-form.ts';
import type { Scope } from './api-keys.ts';
import { editionsQuery, engagementsQuery, leadsQuery, responsesQuery } from './api-queries.ts';
import { campaignsReply, editionsReply, engagementsReply, leadsReply, responsesReply } from './api-shapes.ts';
import {
	completedReply,
	instrumentsReply,
	keptReply,
	questionnaireReply,
	resumeLinkReply,
	savedReply,
	viewReply
} from './api-public-shapes.ts';
import { shapeOf } from './lead-shape.ts';
import { resumeLinkRequest } from './owner-requests.ts';
import { signedShape } from './published-shape.ts';
import { scoreShape } from './score-line.ts';
import { submission } from './submission.ts';
import { seenBody } from './visits.ts';

export type Operation = {
	readonly id: string;
	readonly method: 'get' | 'put' | 'post' | 'delete';
	/** As in the build: `/api/v1/responses/[id]`. */
	readonly route: string;
	readonly summary: string;
	readonly about: string;
	/** `edit`: the key that the participant's browser made. */
	readonly key: 'none' | 'edit' | Scope;
	readonly query?: z.ZodObject;
	readonly body?: z.ZodType;
	/** By status; null: nothing, or a document of its own kind. */
	readonly replies: Readonly<Record<number, z.ZodType | null>>;
	/** Statuses that come with problems. */
	readonly refusals: readonly number[];
};

const SAVING = [400, 401, 404, 413, 422, 429] as const;

const hash = z.strictObject({ hash: z.string().optional().describe('Of a version that was answered before.') });

/** What any campaign may ask for; which of it, and what is needed, is for the campaign to say. */
const leadBody = shapeOf({ name: 'optional', company: 'optional', role: 'optional', own: [], consents: [] })
	.omit({ [TRAP]: true })
	.extend({
		fields: z.record(z.string(), z.string()).optional().describe("The campaign's own fields, by id."),
		consents: z
			.record(z.string(), z.string())
			.optional()
			.describe('For each box that was ticked, by id, the SHA-256 of the wording beside it, hexadecimal.')
	});

export const operations: readonly Operation[] = [
	{
		id: 'listInstruments',
		method: 'get',
		route: '/api/v1/instruments',
		summary: 'What can be taken',
		about: 'With an entity tag: send it as If-None-Match, and 304 says that nothing has changed.',
		key: 'none',
		replies: { 200: instrumentsReply },
		refusals: []
	},
	{
		id: 'readInstrument',
		method: 'get',
		route: '/api/v1/instruments/[instrument]',
		summary: 'What a participant sees of an instrument',
		about: 'Sections and questions in the order in which they are asked; no weights, scores, verdicts or narratives.',
		key: 'none',
		query: hash,
		replies: { 200: questionnaireReply },
		refusals: [404]
	},
	{
		id: 'saveResponse',
		method: 'put',
		route: '/api/v1/responses/[id]',
		summary: 'Save answers',
		about:
			'The client makes the id, a UUID, and a key of at least 128 bits, which it sends as bearer from the first save on. Per question the later answer wins, so a save that comes late or twice changes nothing. A value of null takes an answer back. What is acknowledged is on the disk.',
		key: 'edit',
		body: submission,
		replies: { 200: savedReply },
		refusals: [...SAVING, 409]
	},
	{
		id: 'readResponse',
		method: 'get',
		route: '/api/v1/responses/[id]',
		summary: 'Read what was saved, to go on elsewhere',
		about: 'With the key of the response, or one that was mailed to go on.',
		key: 'edit',
		replies: { 200: viewReply },
		refusals: [401, 404]
	},
	{
		id: 'completeResponse',
		method: 'post',
		route: '/api/v1/responses/[id]/complete',
		summary: 'Complete a response',
		about: 'With every answer that the client holds. Done again it changes nothing and answers the same.',
		key: 'edit',
		body: submission,
		replies: { 200: completedReply },
		refusals: SAVING
	},
	{
		id: 'resumeLink',
		method: 'post',
		route: '/api/v1/responses/[id]/resume-link',
		summary: 'A link to go on with on another device',
		about: 'With an address it is mailed there (202), else it is given (200).',
		key: 'edit',
		body: resumeLinkRequest,
		replies: { 200: resumeLinkReply, 202: z.strictObject({ sent: z.boolean() }) },
		refusals: [...SAVING, 409]
	},
	{
		id: 'leaveAddress',
		method: 'post',
		route: '/api/v1/responses/[id]/lead',
		summary: 'Leave an address with a response of a campaign',
		about:
			'What is asked, and what is needed, is set for the campaign: what it does not ask is refused. 409: it asks nobody.',
		key: 'edit',
		body: leadBody,
		replies: { 200: keptReply },
		refusals: [...SAVING, 409]
	},
	{
		id: 'countView',
		method: 'post',
		route: '/api/v1/campaigns/[campaign]/seen',
		summary: 'Count that a page of a campaign was seen',
		about: 'By whom is neither asked nor kept. The answer is the same where there is no such campaign.',
		key: 'none',
		body: seenBody,
		replies: { 204: null },
		refusals: [400, 413, 422, 429]
	},
	{
		id: 'listResponses',
		method: 'get',
		route: '/api/v1/responses',
		summary: 'Completed responses, the first completed first',
		about:
			'As they were said last. For those since the last time, send the time of the last one you have as since. Not among them: the responses to an engagement that promised anonymity.',
		key: 'responses:read',
		query: responsesQuery,
		replies: { 200: responsesReply },
		refusals: [401, 404, 422, 429]
	},
	{
		id: 'readScores',
		method: 'get',
		route: '/api/v1/responses/[id]/scores',
		summary: 'The scores of a completed response',
		about: 'As bellwether score prints them. Of whoever was promised anonymity there are none.',
		key: 'responses:read',
		replies: { 200: scoreShape },
		refusals: [401, 404, 429]
	},
	{
		id: 'listLeads',
		method: 'get',
		route: '/api/v1/leads',
		summary: 'People who left an address, the first first',
		about: 'One for each response. Consents come with the wording that was agreed to.',
		key: 'leads:read',
		query: leadsQuery,
		replies: { 200: leadsReply },
		refusals: [401, 404, 422, 429]
	},
	{
		id: 'listCampaigns',
		method: 'get',
		route: '/api/v1/campaigns',
		summary: 'Campaigns, the newest first',
		about: 'All that are there.',
		key: 'campaigns:read',
		replies: { 200: campaignsReply },
		refusals: [401, 404, 429]
	},
	{
		id: 'listEngagements',
		method: 'get',
		route: '/api/v1/engagements',
		summary: 'Engagements, the newest first',
		about:
			'What a client amounts to, where it may be told: of anonymous answers not before it is closed, and of three people at least. Nobody who was asked is named.',
		key: 'engagements:read',
		query: engagementsQuery,
		replies: { 200: engagementsReply },
		refusals: [401, 404, 422, 429]
	},
	{
		id: 'listEditions',
		method: 'get',
		route: '/api/v1/editions',
		summary: 'Editions of the benchmark that were counted here, the newest first',
		about: 'What each says is read one by one. Those that were imported are published by whoever signed them.',
		key: 'editions:read',
		query: editionsQuery,
		replies: { 200: editionsReply },
		refusals: [401, 404, 422, 429]
	},
	{
		id: 'readEdition',
		method: 'get',
		route: '/api/v1/editions/[edition]',
		summary: 'What is published of an edition, signed',
		about:
			'As bellwether edition export writes it and bellwether edition import takes it. A group is in it from 20 members of 5 companies on, none of which holds over a quarter.',
		key: 'editions:read',
		replies: { 200: signedShape },
		refusals: [401, 404, 429]
	},
	{
		id: 'openapi',
		method: 'get',
		route: '/api/v1/openapi.json',
		summary: 'This description',
		about: 'OpenAPI 3.1, made from the schemas that check the requests.',
		key: 'none',
		replies: { 200: null },
		refusals: []
	}
];
