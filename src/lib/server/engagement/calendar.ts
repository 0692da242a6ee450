// The days that matter to engagements → a calendar file: whole days, which name the client and nobody else.
import { createEvents, type DateArray, type EventAttributes } from 'ics';
import type { DateKind } from '#lib/engagement/stages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { locales } from '#lib/paraglide/runtime.js';
import { pathOfPage, type EngagementPage } from '#lib/engagement/pages.ts';
import { agendasOf } from './agenda.ts';
import type { Engagement } from './engagements.ts';
import { download } from '../lead-download.ts';

const titles: Readonly<Record<DateKind, typeof m.portfolio_day_deadline>> = {
	deadline: m.portfolio_day_deadline,
	meeting: m.portfolio_day_meeting,
	action: m.portfolio_day_action,
	again: m.portfolio_day_again
};

/** Where more is said about each. */
const pages: Readonly<Record<DateKind, EngagementPage>> = {
	deadline: 'people',
	meeting: 'meeting',
	action: 'meeting',
	again: 'meeting'
};

const DAY = 86_400_000;

/** `origin` is ours: entries lead back to the studio. Throws where a day is none: that would be a fault of ours. */
export async function calendarOf(
	engagements: readonly Engagement[],
	origin: string,
	locale: (typeof locales)[number]
): Promise<string> {
	const agendas = await agendasOf(engagements);
	const events = engagements.flatMap((engagement) =>
		(agendas.get(engagement.id)?.dates ?? []).map(({ kind, on, key }): EventAttributes => {
			const { client, name, id } = engagement;
			return {
				uid: `${id}-${key}@bellwether`,
				title: titles[kind]({ client: name === '' ? client.name : `${client.name}, ${name}` }, { locale }),
				start: partsOf(on),
				end: partsOf(new Date(Date.parse(on) + DAY).toISOString()),
				url: `${origin}${pathOfPage(id, pages[kind])}`,
				transp: 'TRANSPARENT'
			};
		})
	);
	const { error, value } = createEvents(events, {
		productId: '-//Bellwether//Engagements//EN',
		method: 'PUBLISH',
		calName: m.portfolio_calendar({}, { locale })
	});
	if (value === undefined || value === null) throw error ?? new Error('no calendar was written');
	return value;
}

const partsOf = (day: string): DateArray => {
	const [year = 0, month = 0, date = 0] = day.slice(0, 10).split('-').map(Number);
	return [year, month, date];
};

export const calendarReply = async (engagements: readonly Engagement[], origin: string, name: string) =>
	download(await calendarOf(engagements, origin, 'en'), 'text/calendar; charset=utf-8', `${name}.ics`);
