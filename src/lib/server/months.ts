// Counting in months of the calendar, in UTC.

/** The same day and time some months later; the last of the month where it has no such day. */
export function monthsLater(date: Date, months: number): Date {
	const later = new Date(date);
	later.setUTCMonth(date.getUTCMonth() + months);
	if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0);
	return later;
}

/** How many whole months lie between. */
export function monthsBetween(earlier: Date, later: Date): number {
	const years = later.getUTCFullYear() - earlier.getUTCFullYear();
	const months = years * 12 + later.getUTCMonth() - earlier.getUTCMonth();
	return monthsLater(earlier, months) > later ? months - 1 : months;
}
