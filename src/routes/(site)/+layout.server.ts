// Who runs this site, for the foot of every page.
import { baseLocale, type locales } from '#lib/paraglide/runtime.js';
import { content } from '#lib/server/content.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => {
	const { site } = content();
	const locale: (typeof locales)[number] = baseLocale;
	return { site: site && { name: site.name, contact: site.contact }, locale };
};
