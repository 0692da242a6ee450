// What the public part of the interface answers: the shapes of its replies, as they are documented and tested.
import { z } from 'zod';

const text = z.string();

const rich = z
	.array(z.looseObject({ kind: text }))
	.describe('Rich text as data: nodes of paragraphs, lists, emphasis, links and the like.');

const when = z.looseObject({ kind: text }).nullable().describe('Asked only where this holds; null: always.');

const option = z.strictObject({
	id: text,
	label: text,
	exclusive: z.literal(true).optional().describe('Chosen with no other.'),
	input: z.literal(true).optional().describe('Something can be typed beside it.')
});

const question = z.strictObject({
	id: text,
	type: text,
	text: rich,
	help: rich,
	options: z.union([z.array(option), text]).describe('Or the name of the scale that holds them.'),
	unsure: text.nullable().describe('The words for "ns"; null: it is not offered.'),
	notApplicable: text.nullable().describe('The words for "na"; null: it is not offered.'),
	required: z.boolean(),
	when,
	number: z
		.strictObject({
			min: z.number(),
			max: z.number(),
			step: z.number(),
			decimals: z.number(),
			unit: text.nullable()
		})
		.nullable(),
	max: z.number().describe('Of a text, its longest.')
});

const section = z.strictObject({
	id: text,
	title: text,
	about: z.enum(['company', 'personal', 'context']),
	when,
	layout: z.enum(['list', 'grid']),
	body: rich,
	questions: z.array(question)
});

const headShape = {
	id: text,
	title: text,
	version: text,
	hash: text.describe('Names this very content.'),
	locale: text,
	minutes: z.number()
};

export const instrumentsReply = z.strictObject({ instruments: z.array(z.strictObject(headShape)) });

export const questionnaireReply = z.strictObject({
	...headShape,
	introduction: rich,
	scales: z.record(text, z.array(option)),
	sections: z.array(section)
});

export const savedReply = z.strictObject({
	savedThrough: z.number().describe('The largest "at" that was sent: everything up to it is safe.')
});

const mark = z.strictObject({ value: z.unknown(), at: z.number() });

export const viewReply = z.strictObject({
	id: z.uuid(),
	instrument: text,
	version: text,
	hash: text,
	locale: text.nullable(),
	campaign: text.nullable(),
	preview: z.boolean().describe('Made while trying out a campaign.'),
	state: z.enum(['open', 'completed']),
	revision: z.int(),
	answers: z.record(text, mark).describe('Those that were taken back are null.'),
	report: text.nullable().describe('The path of the report, once it is completed.')
});

export const completedReply = z.strictObject({ report: text.describe('The path of the report: a secret.') });

export const resumeLinkReply = z.strictObject({ link: text });

export const keptReply = z.strictObject({ kept: z.literal(true) });

export const problemsReply = z.strictObject({
	problems: z.array(
		z.strictObject({
			code: text.describe('It stays the same.'),
			where: text.describe('Such as answers.role.value.'),
			message: text.describe('For a person: what was expected, what was found, and how to mend it.')
		})
	)
});
