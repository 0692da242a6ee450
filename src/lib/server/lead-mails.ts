// A lead of a completed response → the mails that follow: the report at once, two later ones if wanted, one to the team.
import type { Campaign } from './campaigns.ts';
import type { Db } from './database/database.ts';
import { mayFollowUp, type Lead } from './leads.ts';
import { postMail } from './mail.ts';
import { dropReminders, FOLLOW_UP } from './reminder-rows.ts';

const DAY = 24 * 3_600_000;

/** Days after completion. */
const later = [
	{ mail: 'week', template: 'lead-week', days: 7 },
	{ mail: 'quarter', template: 'lead-quarter', days: 90 }
] as const;

/** Posts what is to be sent: `isNew`, that this response has a lead and is completed; `isMoved`, to another address. */
export async function postLeadMails(
	db: Db,
	{ settings }: Campaign,
	lead: Lead,
	{ isNew, isMoved }: { readonly isNew: boolean; readonly isMoved: boolean }
): Promise<void> {
	if (lead.completed_at === null) return;
	const { response, address: destination } = lead;
	if (settings.mails.report.isSent && (isNew || isMoved))
		await postMail(db, { kind: 'mail', destination, response, payload: { template: 'lead-report' } });
	if (lead.is_test === 1) return;
	await dropReminders(db, [response], () => true, [FOLLOW_UP]);
	for (const { mail, template, days } of later) {
		const due = new Date(Date.parse(lead.completed_at) + days * DAY);
		if (!settings.mails[mail].isSent || !mayFollowUp(settings.form, lead) || due <= new Date()) continue;
		await postMail(db, { kind: FOLLOW_UP, destination, response, payload: { template }, dueAt: due.toISOString() });
	}
	if (!isNew) return;
	for (const each of settings.notify)
		await postMail(db, { kind: 'mail', destination: each, response, payload: { template: 'lead-team' } });
}
