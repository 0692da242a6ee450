// A moment as it is stored → the day of it as people write it.
import { longDate } from '#core/report/format.ts';

/** "22 November 2026", in UTC. */
export const dayIn = (moment: string, locale: string): string => longDate(moment.slice(0, 10), locale);
