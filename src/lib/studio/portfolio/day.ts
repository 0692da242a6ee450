// A day, `yyyy-mm-dd` → the same as people read it, short: it has no time and no zone.

export const shortDay = (on: string, locale: string): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
		new Date(on)
	);
