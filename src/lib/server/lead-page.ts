// An owner key of a response that came by a campaign → what its report page asks, offers and says beside the report.
import { valuesOf } from '#core/survey/draft.ts';
import type { LeadForm } from '#lib/campaign/lead-form.ts';
import type { Offer, Settings } from '#lib/campaign/settings.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { viewOf, type View } from './activities.ts';
import { theme } from './brand.ts';
import { findCampaign, openingOf, type Campaign } from './campaigns.ts';
import { database } from './database/database.ts';
import { gateOf, type Gate } from './gate.ts';
import { formOf, nobody } from './lead-form.ts';
import { resultOf, type LeadResult } from './lead-result.ts';
import { firstMoveOf, saidFirst } from './lead-said.ts';
import { MOST_BECAUSE } from './lead-requests.ts';
import { findLead } from './leads.ts';
import { canSendMail } from './mail.ts';
import { offerFor } from './offers.ts';
import { instrumentOf, opened } from './opened.ts';
import { wholeReportFor } from './reports.ts';

export type LeadPage = {
	/** The campaign's id. */
	readonly campaign: string;
	readonly gate: Gate;
	/** What was left, to be changed; or the form to be filled in. */
	readonly form: LeadForm;
	readonly isLeft: boolean;
	/** Whose form it is. */
	readonly firm: string;
	readonly offer: Pick<Offer, 'text' | 'button' | 'person'> | null;
	/** Null: it is not asked. */
	readonly view: { readonly said: View | null; readonly most: number } | null;
	/** A link for colleagues, and a mail with it that is ready to be sent; null: nobody is to be invited. */
	readonly colleagues: { readonly link: string; readonly mail: string } | null;
	/** What is said once somebody has left their details. */
	readonly thanks: readonly string[];
	/** The link to the report comes by mail, too. */
	readonly isMailed: boolean;
	/** Where it says what is kept. */
	readonly privacy: string;
};

/** Null for any other key, and where there is no campaign any more. */
export async function leadPageOf(ownerKey: string, origin: string): Promise<LeadPage | null> {
	const found = await campaignBehind(ownerKey);
	if (found === null) return null;
	const { campaign, stored, result } = found;
	const { settings } = campaign;
	const db = await database();
	const lead = await findLead(db, stored.id);
	const gate = await gateOf(db, stored);
	const whole = gate === 'none' ? await wholeReportFor(ownerKey) : null;
	const locale = toLocale(stored.locale) ?? baseLocale;
	const offer = gate === 'none' ? offerOf(settings, result) : null;
	return {
		campaign: campaign.id,
		gate,
		form: formOf(settings.form, lead ?? { ...nobody, name: result.name, company: result.company }),
		isLeft: lead !== null,
		firm: settings.look.firm || theme().firm,
		offer: offer && { text: offer.text, button: offer.link === '' ? '' : offer.button, person: offer.person },
		view: settings.asksView && gate === 'none' ? { said: await viewOf(db, stored.id), most: MOST_BECAUSE } : null,
		colleagues: gate === 'none' ? colleaguesOf(campaign, origin, found.title, locale) : null,
		// It says what was found: nothing of it before the gate.
		thanks: whole === null ? [] : saidFirst(result, firstMoveOf(whole.report), locale),
		isMailed: settings.mails.report.isSent && canSendMail(),
		privacy: `/c/${campaign.id}/privacy`
	};
}

/** Where the offer leads that the owner of this key is made; null: none is, or it leads nowhere. */
export async function offerLinkFor(ownerKey: string): Promise<string | null> {
	const found = await campaignBehind(ownerKey);
	return (found && offerOf(found.campaign.settings, found.result)?.link) || null;
}

async function campaignBehind(ownerKey: string) {
	const found = await opened(ownerKey);
	if (found?.purpose !== 'owner' || found.stored.campaign === null) return null;
	const campaign = await findCampaign(found.stored.campaign);
	if (campaign === null) return null;
	const instrument = await instrumentOf(found.revision);
	const result = resultOf(instrument, valuesOf(found.revision));
	return { campaign, stored: found.stored, title: instrument.title, result };
}

const offerOf = ({ offers }: Settings, { weakest, band, role }: LeadResult): Offer | null =>
	offerFor(offers, { weakest, band, role: role?.id ?? null });

/** Only while others can take it. */
function colleaguesOf(
	campaign: Campaign,
	origin: string,
	title: string,
	locale: typeof baseLocale
): LeadPage['colleagues'] {
	if (!campaign.settings.invitesColleagues || openingOf(campaign, new Date().toISOString()) !== 'open') return null;
	const link = `${origin}/c/${campaign.id}`;
	const subject = encodeURIComponent(m.lead_colleagues_mail_subject({ title }, { locale }));
	const body = encodeURIComponent(m.lead_colleagues_mail_text({ title, link }, { locale }));
	return { link, mail: `mailto:?subject=${subject}&body=${body}` };
}
