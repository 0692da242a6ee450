// What is done once a day by whichever process comes first: a row in the outbox for each job and day. Add a job to `jobs`.
import { buildDaily } from './benchmarks.ts';
import { database } from './database/database.ts';
import { pruneDeliveries } from './deliveries.ts';
import { remindOfActions } from './engagement/action-reminders.ts';
import { attendDeadlines } from './engagement/daily.ts';
import { forgetInvitees } from './engagement/forgetting.ts';
import type { Handlers } from './handler.ts';
import { post } from './outbox.ts';
import { pruneSent } from './outbox-keeping.ts';
import { retainDaily } from './retention.ts';

/** It should end once `signal` is aborted; the rest is done when it is tried again. */
type Job = (date: Date, signal: AbortSignal) => Promise<void>;

const jobs: Readonly<Record<string, Job>> = {
	'prune-deliveries': pruneDeliveries,
	'build-editions': buildDaily,
	'prune-outbox': pruneSent,
	'attend-deadlines': attendDeadlines,
	'remind-of-actions': remindOfActions,
	'forget-invitees': forgetInvitees,
	retain: retainDaily
};

/** By kind, which is the job's name: a process that does not know a job leaves it to one that does. */
export const dailyHandlers: Handlers = Object.fromEntries(
	Object.entries(jobs).map(([name, job]) => [name, (_claimed, signal) => job(new Date(), signal)])
);

/** What posts the jobs of a day in UTC; asked again on the same day, it has done so. */
export function daily(): (date: Date) => Promise<void> {
	let last = '';
	return async (date) => {
		const now = date.toISOString();
		const day = now.slice(0, 10);
		if (day === last) return;
		const db = await database();
		for (const kind of Object.keys(jobs)) await post(db, { id: `${kind} ${day}`, kind, payload: {}, dueAt: now });
		last = day;
	};
}
