// Once a day: engagements with actions that are due → one mail to whoever answers for each, about a day of an action once.
import { dayThere } from '#lib/engagement/deadline.ts';
import { change, database, type Db } from '../database/database.ts';
import { postMail } from '../mail.ts';
import { findPerson } from '../people.ts';
import { dueActions, noteReminded } from './actions.ts';
import { findEngagement } from './engagements.ts';

/** No zone is further ahead of UTC than this, in milliseconds. */
const AHEAD = 14 * 3_600_000;

/** Done again on the same day it does nothing more; after a day on which no server ran, it makes up for it. */
export async function remindOfActions(date: Date, signal: AbortSignal): Promise<void> {
	const latest = new Date(date.getTime() + AHEAD).toISOString().slice(0, 10);
	const due = await dueActions(await database(), latest);
	for (const id of new Set(due.map(({ engagement }) => engagement))) {
		if (signal.aborted) return;
		await change(`engagement ${id}`, (db) => remind(db, id, date));
	}
}

/** By the engagement's own clock. */
async function remind(db: Db, id: string, date: Date): Promise<void> {
	const engagement = await findEngagement(id, db);
	const person = engagement && (await findPerson(db, engagement.owner));
	if (!engagement || !person || person.disabledAt !== null) return;
	const day = dayThere(date.toISOString(), engagement.settings.zone);
	if ((await noteReminded(db, id, day)) === 0) return;
	const payload = { template: 'actions-due' as const, engagement: id, day };
	await postMail(db, { kind: 'mail', destination: person.email, payload });
}
