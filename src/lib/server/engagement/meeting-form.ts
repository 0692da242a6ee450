// What is stored of a meeting ⇄ the fields of its form, and what is wrong with what was typed.
import { z } from 'zod';
import { randomUUID } from 'node:crypto';
import type { Fault } from '../form.ts';
import type { Action } from './actions.ts';
import type { Meeting } from './meetings.ts';
import type { Fields } from './merging.ts';

export const LONGEST = { note: 5000, line: 500, what: 300, owner: 120 } as const;
const MOST_LINES = 40;
const MOST_ACTIONS = 100;

/** Empty rows that the form has for further actions. */
export const NEW_ACTIONS = ['new-1', 'new-2', 'new-3'] as const;

export const TOLD = 'on';

export const fieldsOf = (meeting: Meeting, actions: readonly Action[]): Fields => ({
	heldOn: meeting.heldOn ?? '',
	againOn: meeting.againOn ?? '',
	agreed: meeting.agreed.join('\n'),
	decisions: meeting.decisions.join('\n'),
	...Object.fromEntries(Object.entries(meeting.notes).map(([question, text]) => [`note:${question}`, text])),
	...Object.fromEntries(meeting.told.map((question) => [`told:${question}`, TOLD])),
	...Object.fromEntries(
		actions.flatMap(({ id, what, owner, due_on, state }) => [
			[`what:${id}`, what],
			[`owner:${id}`, owner],
			[`due:${id}`, due_on ?? ''],
			[`state:${id}`, state]
		])
	)
});

const day = z.union([z.literal(''), z.iso.date()]);
const state = z.enum(['open', 'done', 'dropped']);

/** One line each, empty ones dropped. */
const linesOf = (text: string): readonly string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

type Read = { readonly meeting: Omit<Meeting, 'sentAt'>; readonly actions: readonly Action[] };

/** `known` are the ids of the actions that there are; new ones get an id of their own. */
export function readMeeting(fields: Fields, known: ReadonlySet<string>): Read | readonly Fault[] {
	const faults: Fault[] = [];
	const text = (name: string): string => (fields[name] ?? '').trim();
	const days = (name: string): string | null => {
		if (!day.safeParse(text(name)).success) faults.push({ where: name, code: 'day' });
		return text(name) === '' ? null : text(name);
	};
	const list = (name: 'agreed' | 'decisions'): readonly string[] => {
		const lines = linesOf(text(name));
		if (lines.length > MOST_LINES) faults.push({ where: name, code: 'many' });
		if (lines.some((line) => line.length > LONGEST.line)) faults.push({ where: name, code: 'long' });
		return lines;
	};
	const short = (name: string, most: number): string => {
		if (text(name).length > most) faults.push({ where: name, code: 'long' });
		return text(name);
	};
	const named = (kind: string): readonly string[] =>
		Object.keys(fields).flatMap((name) => (name.startsWith(`${kind}:`) ? [name.slice(kind.length + 1)] : []));
	const meeting = {
		heldOn: days('heldOn'),
		againOn: days('againOn'),
		agreed: list('agreed'),
		decisions: list('decisions'),
		notes: Object.fromEntries(named('note').map((id) => [id, short(`note:${id}`, LONGEST.note)])),
		told: named('told').filter((id) => text(`told:${id}`) === TOLD)
	};
	const actions = named('what').flatMap((id): readonly Action[] => {
		const isNew = NEW_ACTIONS.some((each) => each === id);
		const isEmpty = ['what', 'owner', 'due'].every((kind) => text(`${kind}:${id}`) === '');
		if (isNew ? isEmpty : !known.has(id)) return [];
		const what = short(`what:${id}`, LONGEST.what);
		if (what === '') faults.push({ where: `what:${id}`, code: 'empty' });
		const [owner, due_on] = [short(`owner:${id}`, LONGEST.owner), days(`due:${id}`)];
		const now = state.catch('open').parse(text(`state:${id}`));
		return [{ id: isNew ? randomUUID() : id, what, owner, due_on, state: now }];
	});
	if (actions.length > MOST_ACTIONS) faults.push({ where: 'what:new-1', code: 'many' });
	return faults.length > 0 ? faults : { meeting, actions };
}
