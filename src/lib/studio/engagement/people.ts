// What the page about the people of an engagement is given, and the words for it.
import { cityOf } from '#lib/engagement/deadline.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export type Role = { readonly id: string; readonly label: string };

export type Invited = {
	readonly id: string;
	readonly name: string;
	readonly address: string;
	/** Of those who came by the open link, which; 0: they were invited. */
	readonly number: number;
	readonly role: string | null;
	readonly state: 'uninvited' | 'invited' | 'begun' | 'finished' | 'late';
	readonly invited: string | null;
	readonly reminded: string | null;
	readonly hasDeclined: boolean;
};

type Said = (words: object, options: { locale: Locale }) => string;

export const stateWords: Readonly<Record<Invited['state'], Said>> = {
	uninvited: m.engagement_people_state_uninvited,
	invited: m.engagement_people_state_invited,
	begun: m.engagement_people_state_begun,
	finished: m.engagement_people_state_finished,
	late: m.engagement_people_state_late
};

export const isFinished = ({ state }: Pick<Invited, 'state'>): boolean => state === 'finished' || state === 'late';

/** By which clock a day ends: the zone's city. */
export const clockOf = (zone: string, locale: Locale): string =>
	zone === 'UTC' ? zone : m.engagement_mail_clock({ city: cityOf(zone) }, { locale });

/** What somebody is called here. */
export const nameOf = ({ name, address, number }: Pick<Invited, 'name' | 'address' | 'number'>, locale: Locale) =>
	name || address || m.engagement_people_by_open_link({ number }, { locale });

export const roleOf = (role: string | null, roles: readonly Role[]): string =>
	roles.find(({ id }) => id === role)?.label ?? role ?? '';

const dones: Readonly<Record<string, (words: { count: number }, options: { locale: Locale }) => string>> = {
	created: m.engagement_people_done_created,
	added: m.engagement_people_done_added,
	invited: m.engagement_people_done_invited,
	'invited-one': m.engagement_people_done_invited_one,
	edited: m.engagement_people_done_edited,
	replaced: m.engagement_people_done_replaced,
	removed: m.engagement_people_done_removed,
	renewed: m.engagement_people_done_renewed,
	closed: m.engagement_people_done_closed,
	reopened: m.engagement_people_done_reopened,
	shared: m.engagement_people_done_shared,
	unshared: m.engagement_people_done_unshared
};

/** What the address says was done; null: nothing that is known. */
export const doneWords = (done: string | null, count: number, locale: Locale): string | null =>
	(done !== null && Object.hasOwn(dones, done) ? dones[done]?.({ count }, { locale }) : null) ?? null;
