// The kinds and problems of a lead form → the words for them.
import type { LeadField, LeadProblem } from '#lib/campaign/lead-form.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

/** Where the form stands: before the first question, before more of a report, beside an open one, or to change what was left. */
export type Occasion = 'before' | 'rest' | 'all' | 'none' | 'change';

export const titles = {
	before: m.lead_title_before,
	rest: m.lead_title_rest,
	all: m.lead_title_all,
	none: m.lead_title_none,
	change: m.lead_title_change
} as const;

export const intros = {
	before: m.lead_intro_before,
	rest: m.lead_intro_rest,
	all: m.lead_intro_all,
	none: m.lead_intro_none,
	change: m.lead_intro_change
} as const;

/** Said where the link to the report comes by mail, too. */
export const mailed = {
	before: m.lead_mailed_before,
	rest: m.lead_mailed,
	all: m.lead_mailed,
	none: null,
	change: null
} as const;

export const goes = {
	before: m.lead_go_before,
	rest: m.lead_go_rest,
	all: m.lead_go_all,
	none: m.lead_go_none,
	change: m.lead_go_change
} as const;

export function labelOf({ kind, label }: LeadField, locale: Locale): string {
	if (label !== null) return label;
	const ours = { address: m.lead_address, name: m.lead_name, company: m.lead_company, role: m.lead_role, own: null };
	return ours[kind]?.({}, { locale }) ?? '';
}

/** What a browser may fill in by itself. */
export const completes = {
	address: 'email',
	name: 'name',
	company: 'organization',
	role: 'organization-title',
	own: 'off'
} as const;

export function problemSaid(problem: LeadProblem, most: number, locale: Locale): string {
	switch (problem) {
		case 'missing':
			return m.lead_problem_missing({}, { locale });
		case 'wrong-address':
			return m.lead_problem_address({}, { locale });
		case 'too-long':
			return m.lead_problem_long({ most }, { locale });
		case 'unfit':
			return m.lead_problem_unfit({}, { locale });
		case 'changed-wording':
			return m.lead_problem_wording({}, { locale });
		case 'too-often':
			return m.lead_problem_often({}, { locale });
		case 'unavailable':
			return m.lead_problem_unavailable({}, { locale });
	}
}
