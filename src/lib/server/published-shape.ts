// The shape of what is published of an edition, signed: one for the file, for the interface and for its description.
import { z } from 'zod';
import type { PublishedEdition } from '#core/standing/published.ts';

const tenths = z.int().min(0).max(1000).describe('A score in tenths of a point.');

const edge = tenths.multipleOf(50);

const name = z.string().min(1).max(64);

const measure = z.strictObject({
	n: z.int().min(20).describe('Members: companies where companies are ranked, people where people are.'),
	companies: z.int().min(5).describe('Companies among the members; none of them holds over a quarter.'),
	median: tenths,
	quartiles: z.tuple([tenths, tenths]).describe('The lower and the upper.'),
	tails: z
		.tuple([tenths, tenths])
		.nullable()
		.describe('The tenth and the ninetieth in a hundred; null below 50 members.'),
	bins: z
		.array(z.strictObject({ from: edge, to: edge, count: z.int().min(5).describe('Members from, and without, to.') }))
		.max(20)
		.nullable()
		.describe('The distribution, neighbours merged until each holds 5; null below 30 members.')
});

export const publishedShape = z.strictObject({
	id: z
		.string()
		.max(120)
		.regex(/^[a-z][a-z0-9-]*$/),
	date: z.iso.date(),
	instrument: z.strictObject({
		id: z.string().max(64),
		version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)
	}),
	demonstration: z.boolean().describe('Invented for show.'),
	source: z.string().max(500).describe('Where it comes from; empty: it was counted by who signed it.'),
	cells: z
		.array(
			z.strictObject({
				dimensions: z.record(name, name).describe('What the members share, option by question; none: everybody.'),
				measures: z.record(name, measure).describe('By index.')
			})
		)
		.max(50_000)
		.describe('The peer groups of which anything may be told.')
}) satisfies z.ZodType<PublishedEdition>;

export const FORMAT = 'bellwether-edition/1';

export const signedShape = z.strictObject({
	format: z.literal(FORMAT),
	edition: publishedShape,
	operator: z
		.strictObject({ name: z.string().max(200), url: z.string().max(300).nullable() })
		.describe('Who says that they signed it.'),
	key: z
		.string()
		.regex(/^[\w-]{43}$/)
		.describe('The Ed25519 public key of the installation, base64url.'),
	signature: z
		.string()
		.regex(/^[\w-]{86}$/)
		.describe('By that key, base64url, over all the rest as JSON without white space and with sorted keys.')
});

export type SignedEdition = z.output<typeof signedShape>;
