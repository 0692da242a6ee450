// Who runs this site, for the foot of every frame.
import { baseLocale, type locales } from '#lib/paraglide/runtime.js';
import { content } from '#lib/server/content.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => {
	const locale: (typeof locales)[number] = baseLocale;
	return { site: content().site?.name ?? null, locale };
};
