// The body of a save or completion → a submission: the same for both, and strict.
import { z } from 'zod';
import type { Value } from '#core/instrument/value.ts';
import type { Outcome } from '#core/problem.ts';
import { readShape } from './input.ts';

/** The last millisecond that a date can hold. A client counts on from the largest it has seen, so this leaves room. */
const LAST = 8.64e15;

const id = z
	.string()
	.max(64)
	.regex(/^[a-z][a-z0-9-]*$/);

/** Whether the value is one is for its question to say, where the instrument is known. */
const value = z
	.custom<Value | null>((given) => given !== undefined)
	.describe('What the question takes; null takes the answer back.');

const mark = z.strictObject({ value, at: z.int().min(1).max(LAST) });

export const submission = z.strictObject({
	instrument: id,
	version: z
		.string()
		.max(32)
		.regex(/^\d+\.\d+\.\d+$/),
	hash: z.string().max(128).optional(),
	locale: z
		.string()
		.max(35)
		.regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
		.optional(),
	/** Counts, like `source`, when the response begins. */
	campaign: id.optional(),
	/** Made while trying out a campaign; counts only when the response begins. */
	preview: z.boolean().optional(),
	invitation: z.string().max(128).optional(),
	source: z
		.record(z.string().max(64), z.string().max(1000))
		.refine((fields) => Object.keys(fields).length <= 40)
		.optional(),
	timing: z.record(z.string().max(64), z.number().min(0).max(1e7)).optional(),
	/** Whether something was typed into the field of the survey's page that no person sees. */
	unseen: z.boolean().optional(),
	answers: z.record(z.string(), mark)
});

export type Submission = z.output<typeof submission>;

export const readSubmission = (body: unknown): Outcome<Submission> => readShape(submission, body);
