// A lead that somebody of the team erases → nothing of its response, and a note of who did it that does not say whose.
import { note } from './audit.ts';
import { change, tidyDatabase } from './database/database.ts';
import { eraseFrom, forget } from './erasing.ts';
import { findLead } from './leads.ts';
import type { Person } from './person.ts';

/** Whether there was such a lead. */
export async function eraseLead(response: string, person: Person): Promise<boolean> {
	const erased = await change(response, async (db) => {
		const lead = await findLead(db, response);
		if (lead === null) return null;
		const affected = await eraseFrom(db, response, new Date().toISOString());
		await note(db, `person ${person.id}`, 'lead.erased', `campaign ${lead.campaign}`);
		return affected;
	});
	if (erased === null) return false;
	forget(erased);
	await tidyDatabase();
	return true;
}
