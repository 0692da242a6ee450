// A summary that somebody has read → the same kept as it is, and a mail with it to each address; a look back at one.
import { randomUUID } from 'node:crypto';
import type { Paper } from '#core/report/report.ts';
import { database } from '../database/database.ts';
import type { SummaryRow } from '../database/engagement-schema.ts';
import { storedJson } from '../database/stored-json.ts';
import { canAskForMail, canSendMail, postMail } from '../mail.ts';
import { mailAddress } from '../mail-address.ts';
import type { Person } from '../person.ts';
import { changed, noted } from './changes.ts';
import type { Engagement } from './engagements.ts';
import { noteSummarySent } from './meetings.ts';
import { summaryNow } from './summary-page.ts';

export const MOST_RECIPIENTS = 20;

/** `text` is the address that a fault is about. */
export type SendFault = {
	readonly code: 'address' | 'none' | 'many' | 'confirm' | 'changed' | 'mail';
	readonly text: string;
};

export type Sent =
	| { readonly kind: 'sent'; readonly count: number; readonly waits: boolean }
	| { readonly kind: 'shown'; readonly faults: readonly SendFault[] }
	| { readonly kind: 'unknown' };

export type Sending = { readonly to: string; readonly hash: string; readonly isConfirmed: boolean };

/** What goes out is what was read: it is composed once more, refused if it has changed, and kept for the mails as it is. */
export async function sendSummary(person: Person, engagement: Engagement, asked: Sending): Promise<Sent> {
	const { addresses, faults } = recipientsIn(asked.to);
	if (!asked.isConfirmed) faults.push({ code: 'confirm', text: '' });
	if (!canAskForMail()) faults.push({ code: 'mail', text: '' });
	const summary = await summaryNow(person, engagement);
	if (summary === null) return { kind: 'unknown' };
	if (summary.hash !== asked.hash) faults.push({ code: 'changed', text: '' });
	if (faults.length > 0) return { kind: 'shown', faults };
	const sent = await changed(person, engagement.id, async (db): Promise<Sent> => {
		const [id, now] = [randomUUID(), new Date().toISOString()];
		const document = JSON.stringify(summary.paper);
		const row = { id, engagement: engagement.id, document, made_on: summary.date, sent_by: person.id, sent_at: now };
		await db.insertInto('summaries').values(row).execute();
		for (const destination of addresses)
			await postMail(db, { kind: 'mail', destination, payload: { template: 'meeting-summary', summary: id } });
		await noteSummarySent(db, engagement.id, now);
		await noted(db, person, 'meeting.summary-sent', engagement.id, { summary: id, count: addresses.length });
		return { kind: 'sent', count: addresses.length, waits: !canSendMail() };
	});
	return sent === 'unknown' ? { kind: 'unknown' } : sent;
}

/** One a line, or between commas or semicolons; each once. */
function recipientsIn(text: string): { readonly addresses: readonly string[]; readonly faults: SendFault[] } {
	const typed = text
		.split(/[\r\n,;]+/)
		.map((each) => each.trim())
		.filter((each) => each !== '');
	const addresses = [...new Map(typed.map((each) => [each.toLowerCase(), each])).values()];
	const bad = addresses.filter((each) => !mailAddress.safeParse(each).success);
	const faults: SendFault[] = bad
		.slice(0, MOST_RECIPIENTS)
		.map((each) => ({ code: 'address', text: each.slice(0, 254) }));
	if (addresses.length === 0) faults.push({ code: 'none', text: '' });
	if (addresses.length > MOST_RECIPIENTS) faults.push({ code: 'many', text: '' });
	return { addresses, faults };
}

export type KeptSummary = Pick<SummaryRow, 'engagement' | 'made_on'> & { readonly paper: Paper };

export async function keptSummary(id: string): Promise<KeptSummary | null> {
	const row = await (await database()).selectFrom('summaries').selectAll().where('id', '=', id).executeTakeFirst();
	return row === undefined
		? null
		: { engagement: row.engagement, made_on: row.made_on, paper: storedJson<Paper>(row.document) };
}
