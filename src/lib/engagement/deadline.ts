// The last day of an engagement, on a clock of its zone ⇄ the instant at which that day ends; and what that makes of a date.
import { instantOf, localOf } from '#lib/campaign/zoned.ts';

const DAY = 86_400_000;

/** The last millisecond of `yyyy-mm-dd` there, ISO 8601; null: there is no such day. */
export function endOf(day: string, zone: string): string | null {
	const last = instantOf(`${day}T23:59`, zone);
	if (last.kind === 'wrong' || last.kind === 'never') return null;
	const minute = last.kind === 'once' ? last.at : last.second;
	return new Date(Date.parse(minute) + 59_999).toISOString();
}

/** Which day it is there at that instant, `yyyy-mm-dd`. */
export const dayThere = (at: string, zone: string): string => localOf(at, zone).slice(0, 10);

/** Days from one `yyyy-mm-dd` to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** What a clock there is called: the zone's city. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
