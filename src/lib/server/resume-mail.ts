// Who may answer a response, and a mail address → a mail with a link to go on with it.
import { hashOf, remember } from './contacts.ts';
import { change } from './database/database.ts';
import { issue } from './keys.ts';
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
		const stored = await findResponse(db, view.id);
		if (stored === null) return { kind: 'unknown' };
		const { id: response, revision } = stored;
		await issue(db, { response, purpose: 'resume', scope: 'whole', generation: revision }, new Date().toISOString());
		await remember(db, response, email);
		await postMail(db, { kind: 'mail', destination: email, response, payload: { template: 'resume', revision } });
		return { kind: 'posted' };
	});
}
