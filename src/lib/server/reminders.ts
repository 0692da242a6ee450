// An owner key → a mail in some months that asks to take the survey again; changed and cancelled like it was set.
import { longDate } from '#core/report/format.ts';
import { hashOf, remember } from './contacts.ts';
import { database } from './database/database.ts';
import { changeOwned, ownedBy } from './keys.ts';
import { waitToMail } from './limits.ts';
import { canSendMail, postMail } from './mail.ts';
import { monthsLater } from './months.ts';
import { dropReminders, REMINDER, reminderDue } from './reminder-rows.ts';

export type RemindResult =
	/** On which day it goes, `yyyy-mm-dd`. */
	| { readonly kind: 'set'; readonly date: string }
	| { readonly kind: 'too-often'; readonly seconds: number }
	| { readonly kind: 'unknown' };

/** The day on which the reminder that an owner has asked for goes; null: none is set. */
export async function reminderOf(ownerKey: string): Promise<string | null> {
	const db = await database();
	const response = await ownedBy(ownerKey, db);
	return response === null ? null : ((await reminderDue(db, response))?.slice(0, 10) ?? null);
}

/** What the owner's page shows of it; null: nothing, as none can be set and none is. */
export async function shownReminder(ownerKey: string, why: string | null, isOffered: boolean, locale: string) {
	const date = await reminderOf(ownerKey);
	const canSet = isOffered && canSendMail();
	const refused: 'unfit' | 'later' | null = why === 'unfit' || why === 'later' ? why : null;
	return date === null && !canSet ? null : { date: date && longDate(date, locale), canSet, refused };
}

/** Sets it, in place of an earlier one. */
export async function remind(ownerKey: string, email: string, months: number): Promise<RemindResult> {
	const response = await ownedBy(ownerKey);
	if (response === null) return { kind: 'unknown' };
	const seconds = await waitToMail(hashOf(email), response);
	if (seconds > 0) return { kind: 'too-often', seconds };
	const dueAt = monthsLater(new Date(), months).toISOString();
	const set = await changeOwned(ownerKey, async (db, id): Promise<RemindResult> => {
		await dropReminders(db, [id]);
		await remember(db, id, email);
		await postMail(db, { kind: REMINDER, destination: email, response: id, payload: { template: 'reminder' }, dueAt });
		return { kind: 'set', date: dueAt.slice(0, 10) };
	});
	return set ?? { kind: 'unknown' };
}

/** Whether there was one to cancel; null for any key but an owner's. */
export const cancelReminder = (ownerKey: string): Promise<boolean | null> =>
	changeOwned(ownerKey, (db, id) => dropReminders(db, [id]));
