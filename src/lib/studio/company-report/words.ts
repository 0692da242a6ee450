// The words for what was done to a company report, and for why there is none yet.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Said = (words: object, options: { locale: Locale }) => string;

export const becauseWords: Readonly<Record<'nobody' | 'too few' | 'not closed', Said>> = {
	nobody: m.company_report_ui_because_nobody,
	'too few': m.company_report_ui_because_few,
	'not closed': m.company_report_ui_because_open
};

const done: Readonly<Partial<Record<string, Said>>> = {
	saved: m.company_report_ui_done_saved,
	undone: m.company_report_ui_done_undone,
	written: m.company_report_ui_done_saved,
	released: m.company_report_ui_done_released,
	withdrawn: m.company_report_ui_done_withdrawn
};

/** Null: nothing that is known. */
export const doneWords = (what: string | null, locale: Locale): string | null =>
	(Object.hasOwn(done, what ?? '') ? done[what ?? '']?.({}, { locale }) : null) ?? null;

export const releaseProblems: Readonly<Record<'moved' | 'unticked' | 'few' | 'nothing', Said>> = {
	moved: m.company_report_ui_problem_moved,
	unticked: m.company_report_ui_problem_unticked,
	few: m.company_report_ui_problem_few,
	nothing: m.company_report_ui_problem_nothing
};
