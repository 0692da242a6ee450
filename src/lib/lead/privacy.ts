// What the privacy page of a campaign tells, and its list of what the form asks for.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

type Asked = 'off' | 'optional' | 'required';

export type Told = {
	/** What people take. */
	readonly title: string;
	readonly firm: string;
	/** Null: the site does not say who runs it. */
	readonly operator: { readonly name: string; readonly contact: string } | null;
	readonly asks: {
		readonly name: Asked;
		readonly company: Asked;
		readonly role: Asked;
		/** Labels of the campaign's own fields. */
		readonly own: readonly string[];
	};
	/** The words beside the boxes. */
	readonly consents: readonly string[];
	/** In days; null: until it is erased. */
	readonly kept: { readonly unfinished: number; readonly completed: number | null };
};

export function askedFor({ own, ...ours }: Told['asks'], locale: Locale): string {
	const labels = { name: m.lead_name, company: m.lead_company, role: m.lead_role };
	const asked = (['name', 'company', 'role'] as const).filter((each) => ours[each] !== 'off');
	const all = [m.lead_address({}, { locale }), ...asked.map((each) => labels[each]({}, { locale })), ...own];
	return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(all);
}
