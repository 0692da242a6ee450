// What is wrong with a text that was sent → the words for it.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export type TextFault = {
	readonly code: string;
	readonly line: string;
	readonly found: string;
	readonly remedy: string;
};

/** The form as it came back; `place` is that of the text, or the name of the author's own part. */
export type SentBack = {
	readonly place?: string;
	readonly text?: string;
	readonly at?: string;
	readonly faults: readonly TextFault[];
	readonly isStale?: boolean;
};

export function faultWords({ code, line, found, remedy }: TextFault, locale: Locale): string {
	if (code === 'empty') return m.company_report_ui_fault_empty({}, { locale });
	if (code === 'one-line') return m.company_report_ui_fault_line({}, { locale });
	if (code === 'no-heading') return m.company_report_ui_fault_heading({}, { locale });
	if (code === 'too-long') return m.company_report_ui_fault_long({}, { locale });
	return m.company_report_ui_fault({ line, found, remedy }, { locale });
}
