// An engagement → what the page of its meeting shows: the planned questions, what there is to agree on, and the form.
import { plain } from '#core/instrument/fill.ts';
import type { Brief } from '#core/brief/brief.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { dayThere } from '#lib/engagement/deadline.ts';
import { wordsFor } from '#lib/words.ts';
import { content } from '../content.ts';
import type { Person } from '../person.ts';
import { actionsOf } from './actions.ts';
import { briefFor } from './brief.ts';
import type { Engagement } from './engagements.ts';
import { fieldsOf, LONGEST, NEW_ACTIONS } from './meeting-form.ts';
import { meetingShown } from './meeting-saving.ts';
import { meetingOf, type Notes } from './meetings.ts';

export async function meetingPage(person: Person, engagement: Engagement) {
	const [meeting, actions] = [await meetingOf(engagement.id), await actionsOf(engagement.id)];
	const { brief } = await briefFor(person, engagement);
	const agreed = new Set(meeting.agreed);
	return {
		plan: plannedWith(brief, meeting.notes, content().instruments.get(engagement.instrument)),
		suggestions: brief === null ? [] : suggestedBy(brief).filter((text) => !agreed.has(text)),
		actions: [...actions.map(({ id }) => id), ...NEW_ACTIONS],
		today: dayThere(new Date().toISOString(), engagement.settings.zone),
		sentAt: meeting.sentAt,
		limits: LONGEST,
		hasBrief: brief !== null,
		shown: meetingShown(fieldsOf(meeting, actions))
	};
}

export type Planned = { readonly id: string; readonly ask: string; readonly listenFor: string };

/** What was noted beside a question that the brief plans no more is not lost: the question stands at the end. */
export function plannedWith(
	brief: Pick<Brief, 'plan'> | null,
	notes: Notes,
	instrument: Instrument | undefined
): readonly Planned[] {
	const plan = brief?.plan ?? [];
	const others = Object.keys(notes).filter((id) => id !== '' && !plan.some((each) => each.id === id));
	return [
		...plan.map(({ id, ask, listenFor }) => ({ id, ask, listenFor })),
		...others.map((id) => {
			const question = instrument?.questions.find((each) => each.id === id);
			return { id, ask: question === undefined ? id : plain(question.text), listenFor: '' };
		})
	];
}

/** The strong and the weak areas on which they agree, and the hypotheses, as sentences that can be agreed on. */
function suggestedBy({ parts }: Brief): readonly string[] {
	const say = wordsFor(baseLocale);
	return parts.flatMap(({ id, blocks }): readonly string[] =>
		blocks.flatMap((block): readonly string[] => {
			if (block.kind === 'table' && (id === 'strong' || id === 'weak'))
				return block.rows.map(([area = '', score = '']) =>
					say(id === 'strong' ? 'meeting_suggest_strong' : 'meeting_suggest_weak', { area, score })
				);
			return block.kind === 'list' && id === 'hypotheses' ? block.items.map(({ text }) => plain(text)) : [];
		})
	);
}
