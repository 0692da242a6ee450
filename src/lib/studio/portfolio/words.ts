// The words for how far an engagement is, which of its days comes next, and how far its people agree.
import type { DateKind, Stage } from '#lib/engagement/stages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Said = (words: object, options: { locale: Locale }) => string;

export const stageTitles: Readonly<Record<Stage, Said>> = {
	invited: m.portfolio_stage_invited,
	answering: m.portfolio_stage_answering,
	ready: m.portfolio_stage_ready,
	met: m.portfolio_stage_met,
	'follow-up': m.portfolio_stage_follow_up
};

export const dateTitles: Readonly<Record<DateKind, Said>> = {
	deadline: m.portfolio_date_deadline,
	meeting: m.portfolio_date_meeting,
	action: m.portfolio_date_action,
	again: m.portfolio_date_again
};

export const agreementTitles = {
	none: m.portfolio_agreement_none,
	weak: m.portfolio_agreement_weak,
	moderate: m.portfolio_agreement_moderate,
	strong: m.portfolio_agreement_strong,
	'very-strong': m.portfolio_agreement_very_strong
} satisfies Readonly<Record<string, Said>>;

/** Why nothing is told. */
export const becauseTitles: Readonly<Record<'nobody' | 'too few' | 'not closed', Said>> = {
	nobody: m.portfolio_because_nobody,
	'too few': m.portfolio_because_few,
	'not closed': m.portfolio_because_open
};
