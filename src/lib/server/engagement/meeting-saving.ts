// A posted form of a meeting → its rows, or the form again with everything that was typed and what stands in the way.
import type { Fault } from '../form.ts';
import type { Person } from '../person.ts';
import { actionsOf, writeAction, type Action } from './actions.ts';
import { changed } from './changes.ts';
import { fieldsOf, readMeeting, TOLD } from './meeting-form.ts';
import { meetingOf, writeMeeting } from './meetings.ts';
import { merged, seenOf, type Fields } from './merging.ts';

/** The form as it comes back. */
export type MeetingShown = {
	readonly fields: Fields;
	/** What `seen` gives for what each field began with. */
	readonly was: Fields;
	readonly faults: readonly Fault[];
	/** By field: what a colleague wrote there in the meantime. */
	readonly theirs: Fields;
};

export type MeetingPosted =
	| { readonly kind: 'saved' | 'unknown' }
	| { readonly kind: 'shown'; readonly status: 409 | 422; readonly shown: MeetingShown };

export const meetingShown = (fields: Fields): MeetingShown => ({
	fields,
	was: seenOf(fields),
	faults: [],
	theirs: {}
});

/** The names of fields that the form may have, but for notes and actions, whose names say of what. */
const NAME = /^(heldOn|againOn|agreed|decisions|(note|told|what|owner|due|state):[\w-]{0,100})$/;

export async function postMeeting(person: Person, engagement: string, form: FormData): Promise<MeetingPosted> {
	const typed = typedIn(form);
	const was = Object.fromEntries(
		[...form].flatMap(([name, text]) =>
			name.startsWith('was:') && typeof text === 'string' ? [[name.slice(4), text.slice(0, 64)]] : []
		)
	);
	const posted = await changed(person, engagement, async (db): Promise<MeetingPosted> => {
		const [meeting, actions] = [await meetingOf(engagement, db), await actionsOf(engagement, db)];
		const stored = fieldsOf(meeting, actions);
		const { fields, conflicts } = merged(typed, was, stored);
		if (conflicts.length > 0) {
			const theirs = Object.fromEntries(conflicts.map((name) => [name, stored[name] ?? '']));
			return { kind: 'shown', status: 409, shown: { fields, was: seenOf(stored), faults: [], theirs } };
		}
		const read = readMeeting(fields, new Set(actions.map(({ id }) => id)));
		if (!('meeting' in read))
			return { kind: 'shown', status: 422, shown: { fields, was: seenOf(stored), faults: read, theirs: {} } };
		const before = new Map(actions.map((each) => [each.id, each]));
		for (const each of read.actions) if (!isSame(before.get(each.id), each)) await writeAction(db, engagement, each);
		await writeMeeting(db, person, engagement, { ...meeting, ...read.meeting });
		return { kind: 'saved' };
	});
	return posted === 'unknown' ? { kind: 'unknown' } : posted;
}

/** What no keyboard types is dropped; a box that was shown and is not ticked is empty; findings that were picked are added. */
function typedIn(form: FormData): Fields {
	const texts = [...form].flatMap(([name, text]): readonly (readonly [string, string])[] =>
		NAME.test(name) && typeof text === 'string' ? [[name, clean(text)]] : []
	);
	const typed = new Map(texts);
	for (const name of form.keys()) {
		const question = /^was:(told:.*)$/.exec(name)?.[1];
		if (question !== undefined) typed.set(question, form.get(question) === TOLD ? TOLD : '');
	}
	const picked = form.getAll('pick').flatMap((text) => (typeof text === 'string' ? [clean(text).trim()] : []));
	const agreed = typed.get('agreed') ?? '';
	const lines = agreed.split('\n');
	const added = picked.filter((text) => text !== '' && !lines.includes(text));
	if (added.length > 0) typed.set('agreed', [...(agreed.trim() === '' ? [] : [agreed.trimEnd()]), ...added].join('\n'));
	return Object.fromEntries(typed);
}

const clean = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '');

const isSame = (one: Action | undefined, { what, owner, due_on, state }: Action): boolean =>
	one !== undefined && one.what === what && one.owner === owner && one.due_on === due_on && one.state === state;
