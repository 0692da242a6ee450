// Somebody who was asked to answer → what the invitation or the reminder says. Its links are made here, when it is sent.
import { z } from 'zod';
import { longDate } from '#core/report/format.ts';
import { cityOf, dayThere } from '#lib/engagement/deadline.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { content } from '../content.ts';
import type { Letter } from '../letter.ts';
import { findEngagement, type Engagement } from './engagements.ts';
import { inviteePath } from './invitee-changes.ts';
import { inviteeById, isReachable, type Invitee } from './invitees.ts';
import { themeOfEngagement } from './pages.ts';

/** What is posted: never a link or a token. `at` is when it was. */
export const engagementPayload = z.strictObject({
	template: z.enum(['engagement-invitation', 'engagement-reminder']),
	invitee: z.string(),
	at: z.string()
});

type Payload = z.output<typeof engagementPayload>;
type Locale = typeof baseLocale;

/** Null where nobody wants it any more: they were removed, have finished, it was closed, or a later one was posted. */
export async function engagementLetter(
	{ template, invitee: id, at }: Payload,
	destination: string,
	origin: string,
	date: Date
): Promise<{ readonly letter: Letter; readonly locale: Locale } | null> {
	const invitee = await inviteeById(id);
	const engagement = invitee && (await findEngagement(invitee.engagement));
	if (!invitee || !engagement || engagement.closed_at !== null) return null;
	if (!isReachable(invitee) || invitee.address !== destination) return null;
	const isReminder = template === 'engagement-reminder';
	if (at !== (isReminder ? invitee.reminded_at : invitee.invited_at)) return null;
	if (isReminder && (invitee.declined_at !== null || isOver(engagement, date))) return null;
	const instrument = content().instruments.get(engagement.instrument);
	if (instrument === undefined) return null;
	const locale = toLocale(instrument.locale) ?? baseLocale;
	const { firm } = await themeOfEngagement(engagement);
	const words = { title: instrument.title, minutes: instrument.minutes, firm };
	return { letter: letterTo(invitee, engagement, isReminder, words, origin, locale), locale };
}

const isOver = ({ deadline }: Engagement, date: Date): boolean => deadline !== null && deadline < date.toISOString();

function letterTo(
	invitee: Invitee,
	engagement: Engagement,
	isReminder: boolean,
	{ title, minutes, firm }: { readonly title: string; readonly minutes: number; readonly firm: string },
	origin: string,
	locale: Locale
): Letter {
	const { client, settings, promise, deadline } = engagement;
	const contact = settings.contact.name || firm;
	const link = new URL(inviteePath(invitee), origin);
	const willRemind = deadline !== null && settings.reminders.length > 0 && invitee.declined_at === null;
	const refusal = isReminder || willRemind ? new URL(`${link.pathname}/reminders`, origin) : null;
	const words = { title, client: client.name, contact, firm };
	const { subject, asked } = isReminder ? reminder : invitation;
	const promised = promise === 'anonymous' ? m.engagement_mail_anonymous : m.engagement_mail_named;
	return {
		subject: subject(words, { locale }),
		paragraphs: [
			invitee.name === ''
				? m.engagement_mail_greeting({}, { locale })
				: m.engagement_mail_greeting_name({ name: invitee.name }, { locale }),
			asked(words, { locale }),
			...(isReminder ? [] : settings.welcome.split(/\n{2,}/).filter((text) => text !== '')),
			...(deadline === null ? [] : [m.engagement_mail_deadline(dayOf(deadline, settings.zone, locale), { locale })]),
			m.engagement_mail_minutes({ minutes }, { locale }),
			promised({ contact }, { locale }),
			m.engagement_mail_link({}, { locale }),
			link,
			m.engagement_mail_own({}, { locale }),
			...(settings.contact.address === ''
				? []
				: [m.engagement_mail_questions({ contact, address: settings.contact.address }, { locale })]),
			...(refusal === null ? [] : [m.engagement_mail_refuse({}, { locale }), refusal]),
			`${firm}\n${origin}`
		],
		refusal
	};
}

const invitation = { subject: m.engagement_mail_invitation_subject, asked: m.engagement_mail_invitation };
const reminder = { subject: m.engagement_mail_reminder_subject, asked: m.engagement_mail_reminder };

/** A day, and by which clock it ends. */
function dayOf(deadline: string, zone: string, locale: Locale): { readonly date: string; readonly clock: string } {
	const date = longDate(dayThere(deadline, zone), locale);
	return { date, clock: zone === 'UTC' ? 'UTC' : m.engagement_mail_clock({ city: cityOf(zone) }, { locale }) };
}
