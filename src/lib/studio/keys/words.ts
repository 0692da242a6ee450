// Codes of API keys and their form → the words for them.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Sentence = (words: object, options: { locale: Locale }) => string;

export type Fault = { readonly where: string; readonly code: string };

export const scopeWords: Readonly<Record<string, Sentence>> = {
	'responses:read': m.key_scope_responses,
	'leads:read': m.key_scope_leads,
	'campaigns:read': m.key_scope_campaigns,
	'editions:read': m.key_scope_editions
};

export const stateWords = {
	valid: m.key_state_valid,
	revoked: m.key_state_revoked,
	expired: m.key_state_expired
} as const;

const sentences: Readonly<Record<string, Sentence>> = {
	there: m.key_fault_there,
	'no-scope': m.key_fault_no_scope,
	name: m.key_fault_name,
	lastDay: m.key_fault_last_day
};

/** By its code, else by its field. */
export const sentenceOf = ({ where, code }: Fault, locale: Locale): string =>
	(sentences[code] ?? sentences[where] ?? m.key_fault_other)({}, { locale });
