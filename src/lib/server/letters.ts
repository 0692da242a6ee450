// A template's name and the response that it is about → what the mail says. Its links are made here, when it is sent.
import { z } from 'zod';
import { longDate } from '#core/report/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { hashOf } from './contacts.ts';
import { content, questionnaire } from './content.ts';
import { database } from './database/database.ts';
import { engagementLetter, engagementPayload } from './engagement/letters.ts';
import { meetingLetter, meetingPayload } from './engagement/meeting-letters.ts';
import type { Letter } from './letter.ts';
import { monthsBetween } from './months.ts';
import { leadLetter, leadPayload } from './lead-letters.ts';
import { instrumentOf } from './opened.ts';
import type { Claimed } from './outbox.ts';
import { peopleLetter, peoplePayload } from './people-letters.ts';
import { hasRefused, refusalToken } from './refusals.ts';
import { findResponse, type Stored } from './response-rows.ts';
import { Permanent } from './retries.ts';
import { surveyOf, surveyPath } from './survey-of.ts';
import { mailedReport, mailedResume } from './verifying.ts';

/** What is posted: never a link or a token. */
const payload = z.discriminatedUnion('template', [
	// The revision is what an earlier program posted.
	z.strictObject({ template: z.literal('resume'), revision: z.int().optional() }),
	z.strictObject({ template: z.literal('reminder') }),
	leadPayload
]);

export type MailPayload = z.output<
	typeof payload | typeof peoplePayload | typeof engagementPayload | typeof meetingPayload
>;

type Locale = typeof baseLocale;

/** Null where nobody wants it any more: the response was erased, the survey is not offered, or the address refuses. */
export async function letterFor(
	{ payload: posted, response, destination, attempt }: Claimed,
	origin: string,
	date: Date
): Promise<{ readonly letter: Letter; readonly locale: Locale } | null> {
	const toPerson = peoplePayload.safeParse(posted).data;
	if (toPerson !== undefined) return peopleLetter(toPerson, destination, origin);
	const toInvitee = engagementPayload.safeParse(posted).data;
	if (toInvitee !== undefined) return engagementLetter(toInvitee, destination, origin, date);
	const aboutMeeting = meetingPayload.safeParse(posted).data;
	if (aboutMeeting !== undefined) return meetingLetter(aboutMeeting, destination, origin);
	const asked = payload.safeParse(posted).data;
	if (asked === undefined) throw new Permanent('no such mail');
	const stored = response === null ? null : await findResponse(await database(), response);
	if (stored === null) return null;
	const { title, locale: written } = await instrumentOf(stored);
	const locale = toLocale(stored.locale ?? written) ?? baseLocale;
	const end = `${content().site?.name ?? m.site_operator({}, { locale })}\n${origin}`;
	if (asked.template === 'resume') {
		const survey = surveyPath(
			await surveyOf(await database(), stored),
			stored.id,
			mailedResume(stored.id, destination)
		);
		return { letter: resume(title, new URL(survey, origin), locale, end), locale };
	}
	if (asked.template !== 'reminder') {
		const letter = await leadLetter(asked.template, stored, { destination, attempt }, origin, locale);
		return letter && { letter, locale };
	}
	if (questionnaire(stored.instrument) === null || (await hasRefused(destination))) return null;
	const refusal = new URL(`/refuse/${refusalToken(hashOf(destination))}`, origin);
	const report = new URL(`${mailedReport(stored, destination)}#again`, origin);
	return { letter: reminder(stored, title, report, date, refusal, locale, end), locale };
}

function resume(title: string, survey: URL, locale: Locale, end: string): Letter {
	return {
		subject: m.mail_resume_subject({ title }, { locale }),
		paragraphs: [
			m.mail_resume_asked({ title }, { locale }),
			survey,
			m.mail_resume_secret({}, { locale }),
			m.mail_resume_unasked({}, { locale }),
			end
		],
		refusal: null
	};
}

function reminder(
	{ completed_at, created_at }: Stored,
	title: string,
	report: URL,
	now: Date,
	refusal: URL,
	locale: Locale,
	end: string
): Letter {
	const then = completed_at ?? created_at;
	const date = longDate(then.slice(0, 10), locale);
	const months = monthsBetween(new Date(then), now);
	return {
		subject: m.mail_reminder_subject({ title }, { locale }),
		paragraphs: [
			m.mail_reminder_asked({ title, date, months }, { locale }),
			m.mail_reminder_link({}, { locale }),
			report,
			m.mail_reminder_secret({}, { locale }),
			m.mail_reminder_refuse({}, { locale }),
			refusal,
			end
		],
		refusal
	};
}
