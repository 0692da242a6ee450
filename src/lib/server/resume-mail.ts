// Who may answer a response, and a mail address → a mail with a link to go on with it.
import { hashOf, remember } from './contacts.ts';
import { change } from './database/database.ts';
import { waitToMail } from './limits.ts';
import { postMail } from './mail.ts';
import { findResponse } from './response-rows.ts';
import { readResponse } from './responses.ts';

export type MailedResult =
	{ readonly kind: 'posted' } | { readonly kind: 'too-often'; readonly seconds: number } | { readonly kind: 'unknown' };

/** The answer is the same whether or not the address is known. */
export async function mailResumeLink(id: string, key: string, email: string): Promise<MailedResult> {
	const view = await readResponse(id, key);
	if (view === null) return { kind: 'unknown' };
	const seconds = await waitToMail(hashOf(email), view.id);
	if (seconds > 0) return { kind: 'too-often', seconds };
	return change(view.id, async (db): Promise<MailedResult> => {
		if ((await findResponse(db, view.id)) === null) return { kind: 'unknown' };
		await remember(db, view.id, email);
		await postMail(db, { kind: 'mail', destination: email, response: view.id, payload: { template: 'resume' } });
		return { kind: 'posted' };
	});
}
