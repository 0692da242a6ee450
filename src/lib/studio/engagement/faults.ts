// What is wrong with a form about an engagement → the sentence that says so and how to mend it.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export type Fault = { readonly where: string; readonly code: string; readonly text?: string };

type Sentence = (words: { text: string }, options: { locale: Locale }) => string;

const settings: Readonly<Record<string, Sentence>> = {
	name: m.engagement_set_fault_name,
	client: m.engagement_set_fault_client,
	clientName: m.engagement_set_fault_client,
	instrument: m.engagement_set_fault_instrument,
	promise: m.engagement_set_fault_promise,
	'promise frozen': m.engagement_set_fault_frozen,
	deadline: m.engagement_set_fault_deadline,
	'deadline past': m.engagement_set_fault_past,
	zone: m.engagement_set_fault_zone,
	reminders: m.engagement_set_fault_reminders,
	contactName: m.engagement_set_fault_contact,
	contactAddress: m.engagement_set_fault_address,
	welcome: m.engagement_set_fault_welcome,
	brand: m.engagement_set_fault_brand
};

const people: Readonly<Record<string, Sentence>> = {
	name: m.engagement_people_fault_name,
	newName: m.engagement_people_fault_name,
	role: m.engagement_people_fault_role,
	newRole: m.engagement_people_fault_role,
	'role role-answered': m.engagement_people_fault_role_answered,
	newAddress: m.engagement_people_fault_address,
	'newAddress known': m.engagement_people_fault_known,
	sure: m.engagement_people_fault_sure,
	person: m.engagement_people_fault_person,
	' answered': m.engagement_people_fault_answered,
	' resting': m.engagement_people_fault_resting,
	' closed': m.engagement_people_fault_closed,
	' finished': m.engagement_people_fault_finished,
	' no-address': m.engagement_people_fault_no_address_known,
	' told': m.engagement_people_fault_told,
	' over': m.engagement_people_fault_over
};

/** By field and code where the field alone does not say enough. */
const said =
	(sentences: Readonly<Record<string, Sentence>>, other: Sentence) =>
	({ where, code, text = '' }: Fault, locale: Locale): string =>
		(sentences[`${where} ${code}`] ?? sentences[where] ?? other)({ text }, { locale });

export const settingsFault = said(settings, m.engagement_set_fault_other);

export const peopleFault = said(people, m.engagement_people_fault_other);

export type Values = Readonly<Record<string, string>>;

/** What a field of a form is given. */
export const fieldIn =
	(values: Values, faults: readonly Fault[], say: typeof settingsFault, locale: Locale) => (name: string) => {
		const fault = faults.find(({ where }) => where === name);
		return { name, value: values[name] ?? '', fault: fault === undefined ? null : say(fault, locale) };
	};

/** What stands above a form, each line leading to its field. */
export const summaryOf = (faults: readonly Fault[], say: typeof settingsFault, locale: Locale, prefix = '') =>
	faults.map((fault) => ({ where: fault.where && prefix + fault.where, words: say(fault, locale) }));
