// An engagement → the summary of its meeting as it is now, with a hash by which it is known whether it was read like this.
import { summaryOf } from '#core/brief/summary.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import type { Paper } from '#core/report/report.ts';
import { dayThere } from '#lib/engagement/deadline.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import { content } from '../content.ts';
import type { Person } from '../person.ts';
import { actionsOf } from './actions.ts';
import { briefFor } from './brief.ts';
import type { Engagement } from './engagements.ts';
import { plannedWith } from './meeting-page.ts';
import { meetingOf } from './meetings.ts';
import { themeOfEngagement } from './pages.ts';

export type Summary = {
	readonly paper: Paper;
	readonly hash: string;
	/** `yyyy-mm-dd`: what its PDF says it was made on. */
	readonly date: string;
};

/** Null where nothing was written that the client would get. */
export async function summaryNow(person: Person, engagement: Engagement): Promise<Summary | null> {
	const [meeting, actions] = [await meetingOf(engagement.id), await actionsOf(engagement.id)];
	const instrument = content().instruments.get(engagement.instrument);
	// The brief is asked for only where a note is to be told with its question.
	const brief = meeting.told.length === 0 ? null : (await briefFor(person, engagement)).brief;
	const planned = plannedWith(brief, meeting.notes, instrument);
	const { firm } = await themeOfEngagement(engagement);
	const paper = summaryOf({
		...{ words: wordsFor(baseLocale), locale: baseLocale, firm },
		client: engagement.client.name,
		round: engagement.name,
		contact: engagement.settings.contact.name,
		heldOn: meeting.heldOn,
		agreed: meeting.agreed,
		decisions: meeting.decisions,
		actions: actions
			.filter(({ state }) => state !== 'dropped')
			.map(({ what, owner, due_on: dueOn, state }) => ({ what, owner, dueOn, isDone: state === 'done' })),
		notes: planned
			.filter(({ id }) => id !== '' && meeting.told.includes(id) && (meeting.notes[id] ?? '') !== '')
			.map(({ id, ask }) => ({ question: ask, text: meeting.notes[id] ?? '' })),
		againOn: meeting.againOn,
		instrument: instrument?.title ?? engagement.instrument
	});
	const date = dayThere(new Date().toISOString(), engagement.settings.zone);
	return paper === null ? null : { paper, hash: hashOf(paper), date };
}
