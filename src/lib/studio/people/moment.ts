// A time in UTC → the same as people read it, with the zone said: the server does not know theirs.

/** A day, as people read it. */
export const dayOf = (iso: string, locale: string): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(iso)
	);

export const momentOf = (iso: string, locale: string): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC'
	})
		.format(new Date(iso))
		.concat(' UTC');
