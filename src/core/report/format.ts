// Numbers and dates as a reader of a given locale writes them. The locale is always an argument, never the machine's.
import { rdiv } from '#core/scores/arithmetic.ts';

/** Tenths as points with one decimal: 695 gives "69.5". */
export const points = (tenths: number, locale: string): string =>
	kept(exact, tenths, locale, () => decimal(tenths / 10, locale, 1));

/** Tenths as the whole number that is shown, half up: 695 gives "70". */
export const wholePoints = (tenths: number, locale: string): string =>
	kept(whole, tenths, locale, () => decimal(rdiv(tenths, 10), locale, 0));

/** There are 1001 scores and a report shows hundreds: each is written once in a locale. */
const exact = new Map<string, string[]>();
const whole = new Map<string, string[]>();

function kept(all: Map<string, string[]>, tenths: number, locale: string, write: () => string): string {
	let known = all.get(locale);
	if (known === undefined) all.set(locale, (known = []));
	return (known[tenths] ??= write());
}

/** A number with a fixed count of digits after the point. */
export const decimal = (value: number, locale: string, digits: number): string =>
	formatter(locale, digits, digits).format(value);

/** A number as it was given, with at most six decimals. */
export const given = (value: number, locale: string): string => formatter(locale, 0, 6).format(value);

/** Whole currency with the ISO code in front: "EUR 5,556"; the bare number where no currency was given. */
export function money(amount: number, currency: string | null, locale: string): string {
	const shown = decimal(amount, locale, 0);
	return currency === null ? shown : `${currency}\u00a0${shown}`;
}

/** `2026-11-22` as "22 November 2026". */
export const longDate = (date: string, locale: string): string =>
	once(`${locale} ${date}`, () => dates(locale).format(new Date(`${date}T00:00:00Z`)));

/** "a, b and c", or "a, b or c" */
export const listed = (
	items: readonly string[],
	locale: string,
	type: 'conjunction' | 'disjunction' = 'conjunction'
): string => lists(locale, type).format(items);

/** Making a formatter costs more than all its uses in a report, so each is made once. */
const made = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
	if (!made.has(key)) made.set(key, make());
	return made.get(key) as T;
}

const formatter = (locale: string, minimumFractionDigits: number, maximumFractionDigits: number): Intl.NumberFormat =>
	once(
		`${locale} ${minimumFractionDigits} ${maximumFractionDigits}`,
		() => new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits })
	);

const dates = (locale: string): Intl.DateTimeFormat =>
	once(`${locale} date`, () => new Intl.DateTimeFormat(written(locale), { dateStyle: 'long', timeZone: 'UTC' }));

const lists = (locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat =>
	once(`${locale} ${type}`, () => new Intl.ListFormat(written(locale), { type }));

/** English without a country is that of Britain. */
const written = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);
