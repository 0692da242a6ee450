// A summary that was sent, or actions that are due → what the mail about them says. Both are read when it is sent.
import { z } from 'zod';
import { longDate } from '#core/report/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { database } from '../database/database.ts';
import type { Attached, Letter } from '../letter.ts';
import { paperPdf } from '../pdf.ts';
import { findPerson } from '../people.ts';
import { actionsOf } from './actions.ts';
import { findEngagement, type Engagement } from './engagements.ts';
import { themeOfEngagement } from './pages.ts';
import { keptSummary } from './summaries.ts';

/** What is posted: never a text, a link or a name. */
export const meetingPayload = z.discriminatedUnion('template', [
	z.strictObject({ template: z.literal('meeting-summary'), summary: z.string() }),
	z.strictObject({ template: z.literal('actions-due'), engagement: z.string(), day: z.iso.date() })
]);

type Payload = z.output<typeof meetingPayload>;

type Said = { readonly letter: Letter; readonly locale: typeof baseLocale };

const locale = baseLocale;

/** Null where there is nothing to say any more: the engagement is gone, or everything is done. */
export const meetingLetter = (payload: Payload, destination: string, origin: string): Promise<Said | null> =>
	payload.template === 'meeting-summary'
		? summaryLetter(payload.summary, origin)
		: dueLetter(payload.engagement, payload.day, destination, origin);

async function summaryLetter(id: string, origin: string): Promise<Said | null> {
	const kept = await keptSummary(id);
	const engagement = kept && (await findEngagement(kept.engagement));
	if (!kept || !engagement) return null;
	const theme = await themeOfEngagement(engagement);
	const { name, address } = engagement.settings.contact;
	const bytes = await paperPdf(kept.paper, kept.made_on, theme);
	const attached: Attached = { name: 'meeting-summary.pdf', type: 'application/pdf', bytes };
	return {
		letter: {
			subject: m.meeting_mail_subject({ client: engagement.client.name }, { locale }),
			paragraphs: [
				name === '' ? m.meeting_mail_lead({}, { locale }) : m.meeting_mail_lead_by({ name }, { locale }),
				...(address === '' ? [] : [m.meeting_mail_questions({ address }, { locale })]),
				`${theme.firm}\n${origin}`
			],
			refusal: null,
			attached
		},
		locale
	};
}

async function dueLetter(id: string, day: string, destination: string, origin: string): Promise<Said | null> {
	const engagement = await findEngagement(id);
	if (engagement === null || !(await isHolder(engagement, destination))) return null;
	const due = (await actionsOf(id)).filter(({ state, due_on }) => state === 'open' && due_on !== null && due_on <= day);
	if (due.length === 0) return null;
	const { firm } = await themeOfEngagement(engagement);
	const client = engagement.client.name;
	return {
		letter: {
			subject: m.meeting_due_subject({ client }, { locale }),
			paragraphs: [
				m.meeting_due_lead({ client }, { locale }),
				...due.map(({ what, owner, due_on }) => {
					const date = longDate(due_on ?? day, locale);
					return owner === ''
						? m.meeting_due_action_unowned({ what, date }, { locale })
						: m.meeting_due_action({ what, owner, date }, { locale });
				}),
				m.meeting_due_link({}, { locale }),
				new URL(`/studio/engagements/${id}/meeting#actions`, origin),
				`${firm}\n${origin}`
			],
			refusal: null
		},
		locale
	};
}

/** Whoever has left, or does not answer for it any more, is not told. */
async function isHolder({ owner }: Engagement, destination: string): Promise<boolean> {
	const person = await findPerson(await database(), owner);
	return person !== undefined && person.disabledAt === null && person.email === destination;
}
