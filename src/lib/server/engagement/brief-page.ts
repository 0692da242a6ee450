// What somebody types beside the planned questions → the notes of the meeting, or the form again with what was typed.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { pathOfPage } from '#lib/engagement/pages.ts';
import { readFormOrJson } from '../body.ts';
import { readShape } from '../input.ts';
import type { Person } from '../person.ts';
import { saveNotes } from './meetings.ts';

/** Characters in one note. */
const MOST = 4000;

const shape = z.record(z.string().regex(/^(note|was):[a-z0-9-]{1,80}$/), z.string().max(10 * MOST));

type Typed = Readonly<Record<string, string>>;

/** Null: there is no such engagement. Goes back to the page where all is well. */
export async function postNotes(person: Person, engagement: string, request: Request) {
	const body = await readFormOrJson(request);
	const read = body.ok ? readShape(shape, body.value) : null;
	if (!read?.ok) return fail(422, { code: 'unreadable' as const, questions: [], typed: {} });
	const part = (prefix: string): Typed =>
		Object.fromEntries(
			Object.entries(read.value).flatMap(([name, text]) =>
				name.startsWith(prefix) ? [[name.slice(prefix.length), text.replaceAll('\r\n', '\n').trim()] as const] : []
			)
		);
	const typed = part('note:');
	const long = Object.keys(typed).filter((question) => (typed[question] ?? '').length > MOST);
	if (long.length > 0) return fail(422, { code: 'long' as const, questions: long, typed });
	const saved = await saveNotes(person, engagement, typed, part('was:'));
	if (saved === 'unknown') return null;
	if (saved.kind === 'conflict') return fail(409, { code: 'conflict' as const, questions: saved.questions, typed });
	redirect(303, `${pathOfPage(engagement, 'brief')}?done=notes#plan`);
}
