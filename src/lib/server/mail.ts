// A mail in the outbox → a message handed to the operator's mail server, once or, after a fault, again as the same one.
import { createTransport } from 'nodemailer';
import type { Db } from './database/database.ts';
import { isDemonstration, isKnownDemonstration } from './demonstration.ts';
import { env } from './env.ts';
import type { Handlers } from './handler.ts';
import { wrong } from './input.ts';
import { htmlOf, textOf, type Letter } from './letter.ts';
import { letterFor, type MailPayload } from './letters.ts';
import { log } from './log.ts';
import { post, type Claimed, type Posted } from './outbox.ts';
import { FOLLOW_UP, REMINDER } from './reminder-rows.ts';
import { Permanent } from './retries.ts';

/** Milliseconds. A try is over before its lease is. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** Mails may be asked for once links can be made that work everywhere. */
export const canAskForMail = (): boolean => env().publicUrl !== null;

/** Whether they are sent, too: else they wait. A demonstration sends none. */
export const canSendMail = (): boolean => canAskForMail() && env().smtpUrl !== null && !isKnownDemonstration();

export const NO_MAIL = wrong(
	'no-mail',
	'server',
	'a server that knows its public address',
	'one where PUBLIC_URL is not set',
	'Copy the link instead, or ask the operator.'
);

/** Puts a mail beside what it is about. */
export async function postMail(
	db: Db,
	mail: Posted & { readonly kind: 'mail' | typeof REMINDER | typeof FOLLOW_UP; readonly payload: MailPayload }
): Promise<void> {
	await post(db, mail);
	if (!canSendMail()) log.warn({ kind: mail.kind }, 'a message waits in the outbox, because SMTP_URL is not set');
}

/** By kind; none where mail cannot be sent. */
export const mailHandlers = (): Handlers =>
	canSendMail() ? { mail: sendMail, [REMINDER]: sendMail, [FOLLOW_UP]: sendMail } : {};

/** What nobody wants any more is not sent. */
async function sendMail(claimed: Claimed, signal: AbortSignal): Promise<void> {
	if (await isDemonstration()) throw new Permanent('a demonstration sends no mail');
	const { publicUrl, smtpUrl, mailFrom } = env();
	if (publicUrl === null || smtpUrl === null) throw new Error('PUBLIC_URL and SMTP_URL have to be set');
	const said = await letterFor(claimed, publicUrl, new Date());
	if (said === null) return;
	const { letter, locale } = said;
	const transport = createTransport({ url: smtpUrl, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
	try {
		await transport.sendMail({
			from: mailFrom,
			to: { name: '', address: claimed.destination },
			// The same at every try: whoever gets it twice can tell.
			messageId: `<${claimed.id}@${new URL(publicUrl).hostname}>`,
			subject: letter.subject,
			text: textOf(letter),
			html: htmlOf(letter, locale),
			...attaching(letter),
			headers: { 'Auto-Submitted': 'auto-generated', ...refusing(letter.refusal) },
			signal
		});
	} catch (error) {
		throw failure(error);
	} finally {
		transport.close();
	}
}

const attaching = ({ attached }: Letter) =>
	attached === undefined
		? {}
		: {
				attachments: [{ filename: attached.name, contentType: attached.type, content: Buffer.from(attached.bytes) }]
			};

const refusing = (refusal: URL | null): Readonly<Record<string, string>> =>
	refusal === null
		? {}
		: { 'List-Unsubscribe': `<${refusal.href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

/** What the mail server answers may repeat the address, so only its numbers are told. */
function failure(error: unknown): Error {
	const { code, responseCode, command } = Object(error) as Readonly<Record<string, unknown>>;
	const told = ['SMTP', command, responseCode ?? code].filter((part) => typeof part !== 'object' && part !== undefined);
	const isRefused = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
	// A wrong password or sender is the operator's to mend; a recipient or message that is refused stays refused.
	const isFinal = isRefused && (command === 'RCPT TO' || command === 'DATA');
	return new (isFinal ? Permanent : Error)(told.join(' '));
}
