// An instant → the day of it, as a person reads it.
import { longDate } from '#core/report/format.ts';

export const dayOf = (at: string, locale: string): string => longDate(at.slice(0, 10), locale);
