// The list that a consultant pastes or sends as a file → people added, or the list again with what is wrong in which line.
import type { Person } from '../person.ts';
import type { Engagement } from './engagements.ts';
import { addInvitees, MOST_INVITEES } from './invitee-changes.ts';
import { inviteesOf } from './invitees.ts';
import { readPeople, type ListFault } from './people-list.ts';
import { rolesOf } from './people-page.ts';

/** Characters of a list: some hundred for each of the most people there can be. */
const MOST_TYPED = 200_000;

/** The form as it comes back: all that was typed is in it. */
export type ListShown = {
	readonly text: string;
	readonly code: 'empty' | 'lines' | 'both' | 'too-large' | 'too-many' | null;
	readonly faults: readonly ListFault[];
	/** Whom the sound lines would add. */
	readonly sound: readonly { readonly name: string; readonly address: string; readonly role: string | null }[];
	/** How many were just added, the rest being left in `text`. */
	readonly added: number;
};

const shown = (text: string, some: Partial<ListShown>): ListShown => ({
	text,
	code: null,
	faults: [],
	sound: [],
	added: 0,
	...some
});

/**
 * How many were added; or the form again. With a fault nobody is added at first: the sound lines are shown, and a second
 * button adds them and leaves the others in the form.
 */
export async function addFrom(
	fields: FormData | null,
	person: Person,
	engagement: Engagement
): Promise<number | ListShown | 'unknown'> {
	if (fields === null) return shown('', { code: 'too-large' });
	const [typed, file] = [fields.get('people'), fields.get('file')];
	const pasted = typeof typed === 'string' ? sound(typed) : '';
	const sent = file instanceof Blob && file.size > 0 ? file : null;
	if (sent !== null && pasted.trim() !== '') return shown(pasted, { code: 'both' });
	const text = sent === null ? pasted : sound(decoded(new Uint8Array(await sent.arrayBuffer())));
	if (text.length > MOST_TYPED) return shown(pasted, { code: 'too-large' });
	const known = (await inviteesOf(engagement.id)).map(({ address }) => address).filter((address) => address !== '');
	const { question, options } = rolesOf(engagement);
	const { people, faults } = readPeople(text, question, known);
	if (people.length === 0 && faults.length === 0) return shown(text, { code: 'empty' });
	const labels = new Map(options.map(({ id, label }) => [id, label]));
	const named = people.map((each) => ({ ...each, role: each.role && (labels.get(each.role) ?? each.role) }));
	if (known.length + people.length > MOST_INVITEES) return shown(text, { code: 'too-many' });
	if (faults.length > 0 && fields.get('do') !== 'sound') return shown(text, { code: 'lines', faults, sound: named });
	const added = await addInvitees(person, engagement.id, people);
	if (added === 'unknown') return 'unknown';
	if (added === 'too many') return shown(text, { code: 'too-many' });
	if (faults.length === 0) return added.length;
	const left = faults.map((fault, at) => ({ ...fault, line: at + 1 }));
	return shown(left.map((fault) => fault.text).join('\n'), { code: 'lines', faults: left, added: added.length });
}

/** As spreadsheets write it: in UTF-8, or in the alphabet of Windows. */
function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** What no keyboard types becomes a space. */
const sound = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, ' ');
