// The locale of a text → one in which the interface has words.
import { baseLocale, locales } from '#lib/paraglide/runtime.js';

export type Locale = (typeof locales)[number];

/** The locale itself where its words exist, else the one that everything exists in. */
export const localeOf = (locale: string): Locale => locales.find((known) => known === locale) ?? baseLocale;
