// A moment as it is stored → as people write it, in UTC.
import { longDate } from '#core/report/format.ts';

/** "22 November 2026" */
export const dayIn = (moment: string, locale: string): string => longDate(moment.slice(0, 10), locale);

/** "22 November 2026, 14:05 UTC" */
export const momentIn = (moment: string, locale: string): string =>
	`${dayIn(moment, locale)}, ${moment.slice(11, 16)}\u00a0UTC`;
