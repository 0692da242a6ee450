// The table of meetings: what was noted, agreed and decided in the call, a row an engagement ⇄ what it means.
import { database, type Db } from '../database/database.ts';
import type { MeetingRow } from '../database/engagement-schema.ts';
import { storedJson } from '../database/stored-json.ts';
import type { Person } from '../person.ts';
import { changed, noted } from './changes.ts';
import { merged, seenOf } from './merging.ts';

/** By question of the instrument; under `''` what stands beside none of them. */
export type Notes = Readonly<Record<string, string>>;

export type Meeting = {
	/** `yyyy-mm-dd`, as `againOn`. */
	readonly heldOn: string | null;
	readonly notes: Notes;
	/** The questions whose notes are for the client, too. */
	readonly told: readonly string[];
	readonly agreed: readonly string[];
	readonly decisions: readonly string[];
	/** When the instrument is to be taken again. */
	readonly againOn: string | null;
	/** When its summary was sent last. */
	readonly sentAt: string | null;
};

const nothing: Meeting = {
	heldOn: null,
	notes: {},
	told: [],
	agreed: [],
	decisions: [],
	againOn: null,
	sentAt: null
};

/** An empty one where nothing was written yet. Whether somebody may see it is for `engagementFor` to say. */
export async function meetingOf(engagement: string, db?: Db): Promise<Meeting> {
	const row = await (db ?? (await database()))
		.selectFrom('meetings')
		.selectAll()
		.where('engagement', '=', engagement)
		.executeTakeFirst();
	return row === undefined ? nothing : meaningOf(row);
}

export const notesOf = async (engagement: string): Promise<Notes> => (await meetingOf(engagement)).notes;

/** `conflict`: a colleague has written something else beside one of these questions; nothing was saved. */
type NotesSaved =
	| { readonly kind: 'saved'; readonly notes: Notes }
	| { readonly kind: 'conflict'; readonly notes: Notes; readonly questions: readonly string[] };

/**
 * Keeps these notes beside those on other questions; an empty one is taken away. `was` is what the form began with:
 * what was not touched stays as it is stored, and what a colleague has changed since is not written over.
 */
export const saveNotes = (
	person: Person,
	engagement: string,
	notes: Notes,
	was?: Notes
): Promise<NotesSaved | 'unknown'> =>
	changed(person, engagement, async (db): Promise<NotesSaved> => {
		const meeting = await meetingOf(engagement, db);
		const { fields, conflicts } = merged(notes, seenOf(was ?? meeting.notes), meeting.notes);
		if (conflicts.length > 0) return { kind: 'conflict', notes: meeting.notes, questions: conflicts };
		await writeMeeting(db, person, engagement, { ...meeting, notes: fields });
		return { kind: 'saved', notes: withoutEmpty(fields) };
	});

/** Notes who did it, too. */
export async function writeMeeting(db: Db, person: Person, engagement: string, meeting: Meeting): Promise<void> {
	const row = rowOf(meeting, person);
	await db
		.insertInto('meetings')
		.values({ engagement, ...row })
		.onConflict((conflict) => conflict.column('engagement').doUpdateSet(row))
		.execute();
	await noted(db, person, 'meeting.changed', engagement);
}

export async function noteSummarySent(db: Db, engagement: string, at: string): Promise<void> {
	await db.updateTable('meetings').set({ sent_at: at }).where('engagement', '=', engagement).execute();
}

const withoutEmpty = (notes: Notes): Notes =>
	Object.fromEntries(Object.entries(notes).filter(([, text]) => text !== ''));

const meaningOf = ({ held_on, notes, told, agreed, decisions, again_on, sent_at }: MeetingRow): Meeting => ({
	heldOn: held_on,
	notes: storedJson<Notes>(notes),
	told: storedJson<readonly string[]>(told),
	agreed: storedJson<readonly string[]>(agreed),
	decisions: storedJson<readonly string[]>(decisions),
	againOn: again_on,
	sentAt: sent_at
});

const rowOf = (meeting: Meeting, { id }: Person): Omit<MeetingRow, 'engagement'> => ({
	held_on: meeting.heldOn,
	notes: JSON.stringify(withoutEmpty(meeting.notes)),
	told: JSON.stringify(meeting.told),
	agreed: JSON.stringify(meeting.agreed),
	decisions: JSON.stringify(meeting.decisions),
	again_on: meeting.againOn,
	sent_at: meeting.sentAt,
	updated_by: id,
	updated_at: new Date().toISOString()
});
