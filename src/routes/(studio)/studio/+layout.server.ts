// Who is signed in and what they may do, for every page of the studio.
import { baseLocale, type locales } from '#lib/paraglide/runtime.js';
import { capabilitiesOf } from '#lib/server/roles.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => {
	const locale: (typeof locales)[number] = baseLocale;
	const person = locals.person ?? null;
	return {
		locale,
		// Asked for here, so that the page in the navigation that is open is known without a script too.
		path: url.pathname,
		person: person && { name: person.name, role: person.role },
		capabilities: person ? capabilitiesOf(person.role) : []
	};
};
