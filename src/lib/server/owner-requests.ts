// What an owner or a participant asks for, from JSON or a form → the same checked request.
import { z } from 'zod';
import type { Outcome } from '#core/problem.ts';
import { readShape } from './input.ts';
import { mailAddress } from './mail-address.ts';

const shareRequest = z.strictObject({ scope: z.enum(['whole', 'company']) });

/** A form says it with the value of a button or a ticked box. */
const eraseRequest = z.strictObject({ confirm: z.union([z.literal(true), z.enum(['true', 'yes', 'on'])]) });

const targetRequest = z.strictObject({ answers: z.record(z.string(), z.unknown()) });

export const resumeLinkRequest = z.strictObject({ email: mailAddress.optional() });

const reminderRequest = z.union([
	z.strictObject({
		email: mailAddress,
		months: z.union([z.literal([3, 6, 12]), z.enum(['3', '6', '12']).transform(Number)])
	}),
	z.strictObject({ cancel: eraseRequest.shape.confirm })
]);

export const readResumeLink = (body: unknown): Outcome<z.output<typeof resumeLinkRequest>> =>
	readShape(resumeLinkRequest, body);

export const readReminder = (body: unknown): Outcome<z.output<typeof reminderRequest>> =>
	readShape(reminderRequest, body);

export const readShare = (body: unknown): Outcome<z.output<typeof shareRequest>> => readShape(shareRequest, body);

export const readTarget = (body: unknown): Outcome<z.output<typeof targetRequest>> => readShape(targetRequest, body);

export const readErase = (body: unknown): Outcome<z.output<typeof eraseRequest>> => readShape(eraseRequest, body);
