// Codes of webhooks, their deliveries and their forms → the words for them.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Sentence = (words: object, options: { locale: Locale }) => string;

export type Fault = { readonly where: string; readonly code: string };

export const eventWords: Readonly<Record<string, Sentence>> = {
	'response.started': m.webhook_event_started,
	'response.completed': m.webhook_event_completed,
	'lead.captured': m.webhook_event_lead,
	'engagement.completed': m.webhook_event_engagement
};

export const doneWords: Readonly<Record<string, Sentence>> = {
	changed: m.webhook_done_changed,
	on: m.webhook_done_on,
	off: m.webhook_done_off,
	replayed: m.webhook_done_replayed,
	tested: m.webhook_done_tested,
	'test-failed': m.webhook_done_test_failed
};

const byCode: Readonly<Record<string, Sentence>> = {
	credentials: m.webhook_fault_credentials,
	port: m.webhook_fault_port,
	'not-public': m.webhook_fault_not_public,
	'no-event': m.webhook_fault_no_event,
	'too-many': m.webhook_fault_too_many,
	there: m.webhook_fault_there,
	'not-replayable': m.webhook_fault_gone
};

const byField: Readonly<Record<string, Sentence>> = {
	name: m.webhook_fault_name,
	url: m.webhook_fault_url,
	campaign: m.webhook_fault_campaign
};

export const sentenceOf = ({ where, code }: Fault, locale: Locale): string =>
	(byCode[code] ?? byField[where] ?? m.webhook_fault_other)({}, { locale });

const failures: Readonly<Record<string, Sentence>> = {
	address: m.webhook_outcome_address,
	name: m.webhook_outcome_name,
	certificate: m.webhook_outcome_certificate,
	time: m.webhook_outcome_time
};

const GONE = 410;

type Outcome = { readonly status: number | null; readonly error: string | null };

/** What became of a try. */
export function outcomeOf({ status, error }: Outcome, locale: Locale): string {
	if (status === null) return (failures[error ?? ''] ?? m.webhook_outcome_connection)({}, { locale });
	if (error === null) return m.webhook_outcome_received({ status }, { locale });
	if (status === GONE) return m.webhook_outcome_gone({}, { locale });
	const words = status >= 300 && status < 400 ? m.webhook_outcome_redirect : m.webhook_outcome_status;
	return words({ status }, { locale });
}

/** `2026-11-22 09:31`, in UTC. */
export const minuteOf = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;
