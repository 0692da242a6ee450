// What is wrong with a form about people → the sentence that says so and how to mend it.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export type Fault = { readonly where: string; readonly code: string };

/** A form that has come back. */
export type Returned = { readonly faults: readonly Fault[]; readonly typed: Readonly<Record<string, string>> };

type Sentence = (words: object, options: { locale: Locale }) => string;

const sentences: Readonly<Record<string, Sentence>> = {
	refused: m.people_fault_refused,
	'too-often': m.people_fault_too_often,
	'too-short': m.people_fault_too_short,
	'too-long': m.people_fault_too_long,
	'too-near': m.people_fault_too_near,
	'wrong-address': m.people_fault_address,
	'wrong-password': m.people_fault_password,
	'wrong-code': m.people_fault_wrong_code,
	'wrong-token': m.people_fault_wrong_token,
	taken: m.people_fault_taken,
	known: m.people_fault_known,
	'last-owner': m.people_fault_last_owner
};

/** By the field where the code alone does not say enough. */
const byField: Readonly<Record<string, Sentence>> = {
	name: m.people_fault_name,
	address: m.people_fault_address,
	password: m.people_fault_password_missing,
	newPassword: m.people_fault_password_missing,
	code: m.people_fault_code,
	token: m.people_fault_token,
	role: m.people_fault_role
};

export const sentenceOf = ({ where, code }: Fault, locale: Locale): string =>
	(sentences[code] ?? byField[where] ?? m.people_fault_other)({}, { locale });

/** The sentence for one field; null: nothing is wrong with it. */
export function sentenceFor(field: string, faults: readonly Fault[] | undefined, locale: Locale): string | null {
	const fault = faults?.find(({ where }) => where === field);
	return fault === undefined ? null : sentenceOf(fault, locale);
}

const roles: Readonly<Record<string, Sentence>> = {
	owner: m.people_role_owner,
	consultant: m.people_role_consultant,
	marketer: m.people_role_marketer,
	viewer: m.people_role_viewer
};

export const roleName = (role: string, locale: Locale): string => roles[role]?.({}, { locale }) ?? role;

const mays: Readonly<Record<string, Sentence>> = {
	owner: m.people_role_owner_may,
	consultant: m.people_role_consultant_may,
	marketer: m.people_role_marketer_may,
	viewer: m.people_role_viewer_may
};

/** What somebody with this role may do. */
export const roleMay = (role: string, locale: Locale): string => mays[role]?.({}, { locale }) ?? '';

const dones: Readonly<Record<string, Sentence>> = {
	name: m.people_done_name,
	address: m.people_done_address_here,
	'address-mailed': m.people_done_address_mailed,
	password: m.people_done_password,
	session: m.people_done_session,
	sessions: m.people_done_sessions,
	'second-factor': m.people_done_second_factor,
	invited: m.people_done_invited,
	'invited-by-hand': m.people_done_invited_by_hand,
	'invited-again': m.people_done_invited_again,
	revoked: m.people_done_revoked,
	role: m.people_done_role,
	disabled: m.people_done_disabled,
	enabled: m.people_done_enabled
};

/** What the address says was done; null: nothing that is known. */
export const doneWords = (done: string | null, locale: Locale): string | null =>
	(done !== null && Object.hasOwn(dones, done) ? dones[done]?.({}, { locale }) : null) ?? null;
