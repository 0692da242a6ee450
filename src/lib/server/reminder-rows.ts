// The reminders and later mails that wait in the outbox: found and dropped by the response that they are about.
import type { Db } from './database/database.ts';

/** Rows of this kind are reminders: at most one waits for each response. */
export const REMINDER = 'reminder';

/** Rows of this kind are the mails that a campaign sends some time after a lead. */
export const FOLLOW_UP = 'follow-up';

/** When the reminder of a response is due, ISO 8601; null: none waits. */
export async function reminderDue(db: Db, response: string): Promise<string | null> {
	const row = await waiting(db, [response], [REMINDER]).select('due_at').executeTakeFirst();
	return row?.due_at ?? null;
}

/** Drops those that go to such an address. Whether there were any. */
export async function dropReminders(
	db: Db,
	responses: readonly string[],
	goes: (address: string) => boolean = () => true,
	kinds: readonly string[] = [REMINDER]
): Promise<boolean> {
	if (responses.length === 0) return false;
	const rows = await waiting(db, responses, kinds).select(['id', 'destination']).execute();
	const ids = rows.filter(({ destination }) => goes(destination)).map(({ id }) => id);
	if (ids.length > 0) await db.deleteFrom('outbox').where('id', 'in', ids).execute();
	return ids.length > 0;
}

const waiting = (db: Db, responses: readonly string[], kinds: readonly string[]) =>
	db.selectFrom('outbox').where('kind', 'in', kinds).where('state', '=', 'waiting').where('response', 'in', responses);
