// Once a day: engagements whose deadline has passed → closed; of the others, those who have not finished → reminded.
import { instantOf } from '#lib/campaign/zoned.ts';
import { dayThere, daysBetween } from '#lib/engagement/deadline.ts';
import { change, database, type Db } from '../database/database.ts';
import { announceEngagement } from './announcing.ts';
import { findEngagement, lockEngagement, updateEngagement, type Engagement } from './engagements.ts';
import { inviteesOf, isReachable, type Invitee } from './invitees.ts';
import { postTo } from './mails.ts';

/** Done again on the same day it does nothing more. */
export async function attendDeadlines(date: Date, signal: AbortSignal): Promise<void> {
	const rows = await (
		await database()
	)
		.selectFrom('engagements')
		.select('id')
		.where('deadline', 'is not', null)
		.where('closed_at', 'is', null)
		.where('deleted_at', 'is', null)
		.orderBy('id')
		.execute();
	for (const { id } of rows) {
		if (signal.aborted) return;
		await change(`engagement ${id}`, (db) => attend(db, id, date));
	}
}

async function attend(db: Db, id: string, date: Date): Promise<void> {
	await lockEngagement(db, id);
	const found = await findEngagement(id, db);
	if (found === null || found.deadline === null || found.closed_at !== null) return;
	const now = date.toISOString();
	if (found.deadline <= now) {
		await updateEngagement(db, id, { closed_at: now, updated_at: now });
		return announceEngagement(db, id);
	}
	const due = dueDay(found.deadline, found.settings, now);
	if (due === null) return;
	const awake = morningOf(due, found.settings.zone, now);
	for (const invitee of await inviteesOf(id, db))
		if (isDue(invitee, due, found.settings.zone)) await postTo(db, invitee, 'engagement-reminder', date, awake);
}

/** The day of a reminder, today or, if the server was down then, yesterday; null: it is none of those days. */
function dueDay(deadline: string, { reminders, zone }: Engagement['settings'], now: string): string | null {
	const today = dayThere(now, zone);
	const left = daysBetween(today, dayThere(deadline, zone));
	const due = [left, left + 1].find((days) => reminders.includes(days));
	if (due === undefined) return null;
	return due === left ? today : new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
}

/** Whoever was written to on that day or since needs no reminder; nor is one the first that somebody hears of it. */
function isDue(invitee: Invitee, due: string, zone: string): boolean {
	if (!isReachable(invitee) || invitee.declined_at !== null || invitee.invited_at === null) return false;
	return [invitee.invited_at, invitee.reminded_at].every((at) => at === null || dayThere(at, zone) < due);
}

/** Nobody is written to in the night: eight o'clock there, unless that is past. */
function morningOf(day: string, zone: string, now: string): string {
	const eight = instantOf(`${day}T08:00`, zone);
	return eight.kind === 'once' && eight.at > now ? eight.at : now;
}
