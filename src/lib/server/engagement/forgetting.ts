// Answers that are erased, and people who are no longer asked → nothing that tells of them.
import { database, type Db } from '../database/database.ts';

/** Days for which a mistake can be mended. */
const KEPT = 30;

/** Before a response is erased: whoever gave it has not answered; nobody who only came by the open link was ever there. */
export async function unanswer(db: Db, response: string): Promise<void> {
	await db.deleteFrom('invitees').where('response', '=', response).where('via', '=', 'open link').execute();
	await db
		.updateTable('invitees')
		.set({ response: null, begun_at: null, completed_at: null })
		.where('response', '=', response)
		.execute();
}

/** Name and address go where the link is dead, or the engagement deleted, for so long. */
export async function forgetInvitees(date: Date): Promise<void> {
	const before = new Date(date.getTime() - KEPT * 86_400_000).toISOString();
	const db = await database();
	await db
		.updateTable('invitees')
		.set({ name: '', address: '' })
		.where('address', '!=', '')
		.where((row) =>
			row.or([
				row('removed_at', '<', before),
				row('engagement', 'in', row.selectFrom('engagements').select('id').where('deleted_at', '<', before))
			])
		)
		.execute();
}
