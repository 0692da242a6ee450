// The form of a meeting as its views know it: what is in its fields, and what is to be said beside each.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Fields = Readonly<Record<string, string>>;

export type MeetingForm = {
	readonly fields: Fields;
	readonly was: Fields;
	readonly faults: readonly { readonly where: string; readonly code: string }[];
	/** What a colleague wrote in the meantime, by field. */
	readonly theirs: Fields;
};

const words = {
	day: m.meeting_fault_day,
	long: m.meeting_fault_long,
	many: m.meeting_fault_many,
	empty: m.meeting_fault_empty
} as const;

/** What is wrong with this field; null: nothing. */
export function faultOf({ faults, theirs }: MeetingForm, name: string, locale: Locale): string | null {
	if (theirs[name] !== undefined) return m.meeting_conflict({}, { locale });
	const code = faults.find(({ where }) => where === name)?.code;
	const said = Object.entries(words).find(([known]) => known === code)?.[1];
	return said === undefined ? null : said({}, { locale });
}

/** Everything that is wrong, each with the field that it leads to. */
export const faultsOf = (form: MeetingForm, locale: Locale): readonly { where: string; words: string }[] =>
	[...new Set([...Object.keys(form.theirs), ...form.faults.map(({ where }) => where)])].map((where) => ({
		where,
		words: faultOf(form, where, locale) ?? ''
	}));
