// Somebody who takes the small survey: a completed response with the key of its owner.
import { call, newId, newKey, saving, type Given } from './world.ts';

export type Taken = { readonly id: string; readonly key: string; readonly owner: string };

const ANSWERS: Given = { role: ['seller', 1], first: ['agree', 2], second: ['neither', 3], remark: ['Łódź ≥ 1', 4] };

export async function taken(
	answers = ANSWERS,
	key = newKey(),
	id = newId(),
	more: Readonly<Record<string, unknown>> = {}
): Promise<Taken> {
	const reply = await call('POST', `/api/v1/responses/${id}/complete`, { key, json: saving(answers, more) });
	const { report } = (await reply.json()) as { report: string };
	return { id, key, owner: report.slice('/r/'.length) };
}

/** The report as text, for comparing to the byte; the status where there is none. */
export async function reportOf({ owner }: Pick<Taken, 'owner'>): Promise<string | number> {
	const reply = await call('GET', `/r/${owner}/report.json`);
	return reply.ok ? reply.text() : reply.status;
}
