// Codes of campaigns and their forms → the sentences that a marketer reads.
import type { Fault, FaultCode } from '#lib/campaign/faults.ts';
import type { Part } from '#lib/campaign/parts.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Sentence = (words: { readonly most: number; readonly text: string }, options: { locale: Locale }) => string;

const sentences: Readonly<Record<FaultCode, Sentence>> = {
	missing: m.campaign_fault_missing,
	long: m.campaign_fault_long,
	many: m.campaign_fault_many,
	characters: m.campaign_fault_characters,
	option: m.campaign_fault_option,
	colour: m.campaign_fault_colour,
	link: m.campaign_fault_link,
	site: m.campaign_fault_site,
	address: m.campaign_fault_address,
	id: m.campaign_fault_id,
	taken: m.campaign_fault_taken,
	repeated: m.campaign_fault_repeated,
	utm: m.campaign_fault_utm,
	reserved: m.campaign_fault_reserved,
	zone: m.campaign_fault_zone,
	time: m.campaign_fault_time,
	never: m.campaign_fault_never,
	order: m.campaign_fault_order,
	days: m.campaign_fault_days,
	logo: m.campaign_fault_logo,
	'logo-size': m.campaign_fault_logo_size,
	'logo-pixels': m.campaign_fault_logo_pixels,
	form: m.campaign_fault_form
};

export const sentenceOf = ({ code, most = 0, text = '' }: Fault, locale: Locale): string =>
	sentences[code]({ most, text }, { locale });

type Words = (words: object, options: { locale: Locale }) => string;

/** What each field is called, with # for the number of a row. */
const labels: Readonly<Record<string, Words>> = {
	name: m.campaign_name,
	id: m.campaign_id,
	instrument: m.campaign_instrument,
	zone: m.campaign_zone,
	steps: m.campaign_steps,
	opens: m.campaign_opens,
	closes: m.campaign_closes,
	hidden: m.campaign_hidden,
	firm: m.campaign_firm,
	accent: m.campaign_accent,
	footer: m.campaign_footer,
	logo: m.campaign_logo,
	gate: m.campaign_gate,
	place: m.campaign_place,
	company: m.campaign_field_company,
	role: m.campaign_field_role,
	own: m.campaign_own,
	'own.#.label': m.campaign_own_label,
	consents: m.campaign_consents,
	'consents.#.text': m.campaign_consent_text,
	offers: m.campaign_offers,
	'offers.#.weakest': m.campaign_offer_weakest,
	'offers.#.band': m.campaign_offer_band,
	'offers.#.role': m.campaign_offer_role,
	'offers.#.text': m.campaign_offer_text,
	'offers.#.person': m.campaign_offer_person,
	'offers.#.button': m.campaign_offer_button,
	'offers.#.link': m.campaign_offer_link,
	'report.subject': m.campaign_mail_subject,
	'report.text': m.campaign_mail_text,
	'week.subject': m.campaign_mail_subject,
	'week.text': m.campaign_mail_text,
	'quarter.subject': m.campaign_mail_subject,
	'quarter.text': m.campaign_mail_text,
	notify: m.campaign_notify,
	sites: m.campaign_sites,
	unfinished: m.campaign_keep_unfinished,
	completed: m.campaign_keep_completed
};

const rows: Readonly<Record<string, (words: { readonly number: number }, options: { locale: Locale }) => string>> = {
	own: m.campaign_own_each,
	consents: m.campaign_consent_each,
	offers: m.campaign_offer_each
};

const letters: Readonly<Record<string, Words>> = {
	report: m.campaign_mail_report,
	week: m.campaign_mail_week,
	quarter: m.campaign_mail_quarter
};

/** For the summary above a form, where a sentence has to say which field it means. */
export function summaryOf(fault: Fault, locale: Locale): { readonly where: string; readonly words: string } {
	const [list = '', row] = fault.field.split('.');
	const place =
		rows[list] && row ? rows[list]({ number: Number(row) + 1 }, { locale }) : letters[list]?.({}, { locale });
	const label = labels[fault.field.replace(/\.\d+\./, '.#.')]?.({}, { locale });
	const named = [place, label].filter(Boolean).join(', ');
	const sentence = sentenceOf(fault, locale);
	return { where: fault.field, words: named === '' ? sentence : `${named}: ${sentence}` };
}

export const partTitles: Readonly<Record<Part, Words>> = {
	survey: m.campaign_part_survey,
	look: m.campaign_part_look,
	form: m.campaign_part_form,
	offers: m.campaign_part_offers,
	mails: m.campaign_part_mails,
	'follow-up': m.campaign_part_follow_up,
	sites: m.campaign_part_sites,
	keeping: m.campaign_part_keeping
};

export const openingTitles: Readonly<Record<'open' | 'unpublished' | 'not yet' | 'over', Words>> = {
	open: m.campaign_state_open,
	unpublished: m.campaign_state_unpublished,
	'not yet': m.campaign_state_not_yet,
	over: m.campaign_state_over
};
