// A template's name and what it is about → what a mail to somebody of the studio says. Its link is made when it is sent.
import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { content } from './content.ts';
import { database, type Db } from './database/database.ts';
import { invitationPath, waitingInvitation } from './invitation-rows.ts';
import type { Letter } from './letter.ts';
import { linkOf, linkToken } from './links.ts';
import { findPerson, personAt } from './people.ts';

/** What is posted: never a link or a token. */
export const peoplePayload = z.discriminatedUnion('template', [
	z.strictObject({ template: z.literal('invitation'), invitation: z.string() }),
	z.strictObject({ template: z.literal('recovery'), link: z.string() }),
	z.strictObject({ template: z.literal('address-change'), link: z.string() })
]);

type Payload = z.output<typeof peoplePayload>;

/** Null where it is over, was taken back, or there is nobody of this address. */
export async function peopleLetter(
	payload: Payload,
	destination: string,
	origin: string
): Promise<{ readonly letter: Letter; readonly locale: typeof baseLocale } | null> {
	const db = await database();
	const locale = baseLocale;
	const path = await pathFor(db, payload, destination);
	if (path === null) return null;
	const firm = content().site?.name ?? m.site_operator({}, { locale });
	const { subject, before, after } = words[payload.template];
	return {
		letter: {
			subject: subject({ firm }, { locale }),
			paragraphs: [before({ firm }, { locale }), new URL(path, origin), after({}, { locale }), `${firm}\n${origin}`],
			refusal: null
		},
		locale
	};
}

const words = {
	invitation: {
		subject: m.people_mail_invitation_subject,
		before: m.people_mail_invitation,
		after: m.people_mail_invitation_after
	},
	recovery: {
		subject: m.people_mail_recovery_subject,
		before: m.people_mail_recovery,
		after: m.people_mail_recovery_after
	},
	'address-change': {
		subject: m.people_mail_address_subject,
		before: m.people_mail_address,
		after: m.people_mail_address_after
	}
};

async function pathFor(db: Db, payload: Payload, destination: string): Promise<string | null> {
	if (payload.template === 'invitation') {
		const invitation = await waitingInvitation(db, payload.invitation);
		return invitation?.address === destination ? invitationPath(payload.invitation) : null;
	}
	const [id = '', address = destination] = (await linkOf(db, payload.link))?.split(' ') ?? [];
	const person = await findPerson(db, id);
	if (person === undefined || person.disabledAt !== null || address !== destination) return null;
	if (payload.template === 'recovery')
		return person.email === destination ? `/studio/recover/${linkToken('recovery', payload.link)}` : null;
	const holder = await personAt(db, address);
	const isFree = holder === undefined || holder.id === id;
	return isFree ? `/studio/confirm/${linkToken('address-change', payload.link)}` : null;
}
