// A lead and a template's name → the mail that a campaign sends: the marketer's words or ours, the finding, the way to it.
import { z } from 'zod';
import { valuesOf } from '#core/survey/draft.ts';
import { m } from '#lib/paraglide/messages.js';
import type { baseLocale } from '#lib/paraglide/runtime.js';
import { theme } from './brand.ts';
import { findCampaign, type Campaign } from './campaigns.ts';
import { composeFrom } from './composing.ts';
import { hashOf } from './contacts.ts';
import { content } from './content.ts';
import { database } from './database/database.ts';
import { resultOf, type LeadResult } from './lead-result.ts';
import { firstMoveOf, saidFirst } from './lead-said.ts';
import { filled, paragraphsOf, type Fillings } from './lead-text.ts';
import { findLead, mayFollowUp, type Lead } from './leads.ts';
import type { Letter } from './letter.ts';
import { waitToMail, waitToTell } from './limits.ts';
import { instrumentOf } from './opened.ts';
import type { Claimed } from './outbox.ts';
import { hasRefused, refusalToken } from './refusals.ts';
import type { Stored } from './response-rows.ts';
import { latestRevision, type Revision } from './revisions.ts';
import { mailedReport } from './verifying.ts';

export const leadPayload = z.strictObject({
	template: z.enum(['lead-report', 'lead-week', 'lead-quarter', 'lead-team'])
});

type Template = z.output<typeof leadPayload>['template'];
type Locale = typeof baseLocale;

const settingOf = { 'lead-report': 'report', 'lead-week': 'week', 'lead-quarter': 'quarter' } as const;

/** Null where nobody wants it any more, or too many went to this address of late. */
export async function leadLetter(
	template: Template,
	stored: Stored,
	{ destination, attempt }: Pick<Claimed, 'destination' | 'attempt'>,
	origin: string,
	locale: Locale
): Promise<Letter | null> {
	const db = await database();
	const campaign = stored.campaign === null ? null : await findCampaign(stored.campaign, db);
	const lead = await findLead(db, stored.id);
	const revision = await latestRevision(db, stored.id);
	if (campaign === null || lead === null || revision === null) return null;
	// A try that failed was counted.
	if (attempt === 1 && (await wait(template, destination, stored.id)) > 0) return null;
	if (template === 'lead-team') return teamLetter(campaign, lead, await weakestOf(revision), origin, locale);
	if (lead.address !== destination || !campaign.settings.mails[settingOf[template]].isSent) return null;
	const isAsked = template === 'lead-report';
	if (!isAsked && (!mayFollowUp(campaign.settings.form, lead) || (await hasRefused(destination)))) return null;
	const refusal = isAsked ? null : new URL(`/refuse/${refusalToken(hashOf(destination))}`, origin);
	return ownLetter(template, stored, campaign, lead, revision, refusal, origin, locale);
}

const wait = (template: Template, address: string, response: string): Promise<number> =>
	template === 'lead-team' ? waitToTell(hashOf(address)) : waitToMail(hashOf(address), response);

const weakestOf = async (revision: Revision): Promise<string | null> =>
	resultOf(await instrumentOf(revision), valuesOf(revision)).weakestTitle;

async function ownLetter(
	template: Exclude<Template, 'lead-team'>,
	stored: Stored,
	{ id: campaign, settings }: Campaign,
	lead: Lead,
	revision: Revision,
	refusal: URL | null,
	origin: string,
	locale: Locale
): Promise<Letter> {
	const instrument = await instrumentOf(revision);
	const result = resultOf(instrument, valuesOf(revision));
	const composed = composeFrom(instrument, valuesOf(revision), { date: revision.completed_at.slice(0, 10), locale });
	const firstMove = composed.ok ? firstMoveOf(composed.value) : null;
	const values = fillingsOf(lead, result, settings.look.firm || theme().firm, locale);
	const own = settings.mails[settingOf[template]];
	const { title } = instrument;
	return {
		subject: filled(own.subject || ours[template].subject({ title }, { locale }), values),
		paragraphs: [
			...paragraphsOf(own.text || ours[template].text({ title, name: '{{name}}' }, { locale }), values),
			...saidFirst(result, firstMove, locale),
			m.lead_mail_link({}, { locale }),
			new URL(mailedReport(stored, lead.address), origin),
			m.lead_mail_secret({}, { locale }),
			...(refusal === null ? [] : [m.lead_mail_refuse({}, { locale }), refusal]),
			...notice(campaign, origin, locale)
		],
		refusal
	};
}

/** Where the marketer has written nothing. */
const ours = {
	'lead-report': { subject: m.lead_mail_report_subject, text: m.lead_mail_report_text },
	'lead-week': { subject: m.lead_mail_week_subject, text: m.lead_mail_week_text },
	'lead-quarter': { subject: m.lead_mail_quarter_subject, text: m.lead_mail_quarter_text }
} as const;

const fillingsOf = (
	lead: Pick<Lead, 'name' | 'company'>,
	{ finding, weakestTitle }: LeadResult,
	firm: string,
	locale: Locale
): Fillings => ({
	name: lead.name,
	company: lead.company || m.report_your_company({}, { locale }),
	finding: finding ?? '',
	weakest: weakestTitle ?? '',
	firm
});

/** What the team needs in order to decide who writes: nothing that was answered, and no address to pass on by mistake. */
function teamLetter(
	{ id, name }: Campaign,
	{ response, finding, wants, source }: Lead,
	weakest: string | null,
	origin: string,
	locale: Locale
): Letter {
	return {
		subject: m.lead_mail_team_subject({ campaign: name }, { locale }),
		paragraphs: [
			m.lead_mail_team_intro({ campaign: name }, { locale }),
			...(finding === null ? [] : [m.lead_mail_team_finding({ finding }, { locale })]),
			...(weakest === null ? [] : [m.lead_mail_team_weakest({ weakest }, { locale })]),
			...(wants === null ? [] : [m.lead_mail_team_wants({ wants }, { locale })]),
			...(source === '' ? [] : [m.lead_mail_team_source({ source }, { locale })]),
			new URL(`/studio/leads/${response}`, origin),
			...notice(id, origin, locale)
		],
		refusal: null
	};
}

/** Who sends this, and where it says what is kept. */
function notice(campaign: string, origin: string, locale: Locale): readonly (string | URL)[] {
	const { site } = content();
	const operator = site === null ? m.site_operator({}, { locale }) : `${site.name}\n${site.contact}`;
	return [operator, m.lead_mail_privacy({}, { locale }), new URL(`/c/${campaign}/privacy`, origin)];
}
