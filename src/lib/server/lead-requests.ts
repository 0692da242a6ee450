// What an owner does beside the report, from a form or a script → recorded, or why not.
import { z } from 'zod';
import { record, type View } from './activities.ts';
import { readShape } from './input.ts';
import { changeOwned } from './keys.ts';

/** The most characters of why somebody sees it otherwise. */
export const MOST_BECAUSE = 1000;

const viewShape = z.strictObject({
	answer: z.enum(['yes', 'partly', 'no']),
	because: z
		.string()
		.trim()
		.max(MOST_BECAUSE)
		.regex(/^(?:[^\p{Cs}\p{Cc}]|[\t\n\r])*$/u)
		.default('')
});

export type ViewSaid = 'kept' | 'missing' | 'too-long' | 'unknown';

export async function sayView(ownerKey: string, body: unknown): Promise<ViewSaid> {
	const read = readShape(viewShape, body);
	if (!read.ok) return read.problems.some(({ where }) => where === 'answer') ? 'missing' : 'too-long';
	const view: View = read.value;
	return (await recorded(ownerKey, { kind: 'view', detail: view })) ? 'kept' : 'unknown';
}

/** What was typed, for the form that comes back. */
export function typedView(body: unknown): { readonly answer: string; readonly because: string } {
	const { answer, because } = Object(body) as Readonly<Record<string, unknown>>;
	return { answer: typeof answer === 'string' ? answer : '', because: typeof because === 'string' ? because : '' };
}

/** What a page may say by itself of what was done on it. */
const didShape = z.strictObject({ kind: z.enum(['opened', 'colleague']) });

export const readDeed = (body: unknown) => readShape(didShape, body);

/** Whether there was such an owner. */
export async function recorded(ownerKey: string, activity: Parameters<typeof record>[2]): Promise<boolean> {
	const done = await changeOwned(ownerKey, async (db, response) => {
		await record(db, response, activity);
		return true;
	});
	return done === true;
}
