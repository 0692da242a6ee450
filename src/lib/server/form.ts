// A posted form → checked values, or what is wrong with which field and everything that was typed, but for secrets.
import { fail, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { readFormOrJson } from './body.ts';
import { readJsonText, readShape } from './input.ts';

/** `where` is the name of the field; `code` says what is wrong with it, and the page has the words. */
export type Fault = { readonly where: string; readonly code: string };

export type Faulty = { readonly faults: readonly Fault[]; readonly typed: Readonly<Record<string, string>> };

type Read<Value> =
	| { readonly ok: true; readonly value: Value; readonly typed: Faulty['typed'] }
	| { readonly ok: false; readonly failure: ActionFailure<Faulty> };

/** What is typed into these never comes back. */
const SECRET = /password|code|token/i;

export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema
): Promise<Read<z.output<Schema>>> {
	const body = await readFormOrJson(request);
	if (!body.ok) return { ok: false, failure: faulty([{ where: '', code: 'unreadable' }], {}, body.status) };
	const typed = typedIn(body.value);
	// A form may bring what JSON is refused for.
	const sound = readJsonText(new TextEncoder().encode(JSON.stringify(body.value)));
	const read = sound.ok ? readShape(schema, body.value) : sound;
	if (read.ok) return { ok: true, value: read.value, typed };
	return { ok: false, failure: faulty(read.problems, typed) };
}

/** The form comes back, with the reason beside each field that has one. */
export const faulty = (faults: readonly Fault[], typed: Faulty['typed'], status = 422): ActionFailure<Faulty> =>
	fail(status, { faults: faults.map(({ where, code }) => ({ where, code })), typed });

function typedIn(value: unknown): Faulty['typed'] {
	if (typeof value !== 'object' || value === null) return {};
	const texts = Object.entries(value).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && !SECRET.test(entry[0])
	);
	return Object.fromEntries(texts.map(([name, text]) => [name.slice(0, 64), text.slice(0, 10_000)]));
}
