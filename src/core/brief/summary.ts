// What was agreed and decided in the call, and who does what by when → the summary that the client gets.
import { longDate } from '#core/report/format.ts';
import type { Block, Paper, Part } from '#core/report/report.ts';
import { line, lines, list, part, strong, text } from './blocks.ts';
import type { BriefWords } from './words.ts';

export type SummaryInput = {
	readonly words: BriefWords;
	readonly locale: string;
	readonly client: string;
	/** What this round is called. */
	readonly round: string;
	/** Who held the meeting: the person and the firm; either may be empty. */
	readonly contact: string;
	readonly firm: string;
	/** `yyyy-mm-dd`, as all days here; null: no day was noted. */
	readonly heldOn: string | null;
	readonly agreed: readonly string[];
	readonly decisions: readonly string[];
	/** In the order in which they are told; without those that were dropped. */
	readonly actions: readonly {
		readonly what: string;
		readonly owner: string;
		readonly dueOn: string | null;
		readonly isDone: boolean;
	}[];
	/** Only those that are for the client. */
	readonly notes: readonly { readonly question: string; readonly text: string }[];
	/** When the instrument is to be taken again. */
	readonly againOn: string | null;
	readonly instrument: string;
};

/** Parts of which nothing was written are left out; null where nothing was written at all. */
export function summaryOf(input: SummaryInput): Paper | null {
	const { words: say, locale, client, round } = input;
	const parts = [agreedPart(input), decisionsPart(input), actionsPart(input), notesPart(input), againPart(input)];
	const written = parts.flatMap((each): readonly Part<string>[] => (each === null ? [] : [each]));
	if (written.length === 0) return null;
	const by = [input.contact, input.firm].filter((each) => each !== '').join(', ');
	const held = input.heldOn === null ? '' : say('meeting_summary_held', { date: longDate(input.heldOn, locale) });
	return {
		locale,
		cover: {
			title: say('meeting_summary_title'),
			subtitle: round === '' ? client : say('brief_subtitle', { client, round }),
			byline: [held, by].filter((each) => each !== '').join(' · '),
			notice: null
		},
		parts: written
	};
}

const items = (texts: readonly string[]): readonly Block[] =>
	list(texts.map((each) => ({ text: [text(each)], detail: null })));

const agreedPart = ({ agreed, words: say }: SummaryInput): Part<string> | null =>
	agreed.length === 0 ? null : part('agreed', say('meeting_summary_agreed'), items(agreed));

const decisionsPart = ({ decisions, words: say }: SummaryInput): Part<string> | null =>
	decisions.length === 0 ? null : part('decisions', say('meeting_summary_decisions'), items(decisions));

/** A column says what is done already, where something is. */
function actionsPart({ actions, words: say, locale }: SummaryInput): Part<string> | null {
	if (actions.length === 0) return null;
	const tellsState = actions.some(({ isDone }) => isDone);
	const head = (['meeting_summary_what', 'meeting_summary_owner', 'meeting_summary_due'] as const).map((key) =>
		say(key)
	);
	return part('actions', say('meeting_summary_actions'), [
		{
			kind: 'table',
			caption: say('meeting_summary_actions_table'),
			head: [...head, ...(tellsState ? [say('meeting_summary_state')] : [])],
			rows: actions.map(({ what, owner, dueOn, isDone }) => [
				what,
				owner === '' ? say('meeting_summary_nobody') : owner,
				dueOn === null ? say('meeting_summary_undated') : longDate(dueOn, locale),
				...(tellsState ? [say(isDone ? 'meeting_summary_done' : 'meeting_summary_open')] : [])
			]),
			numeric: []
		}
	]);
}

function notesPart({ notes, words: say }: SummaryInput): Part<string> | null {
	if (notes.length === 0) return null;
	return part(
		'notes',
		say('meeting_summary_notes'),
		notes.flatMap(({ question, text: said }): readonly Block[] => [
			{ kind: 'prose', style: 'plain', prose: [{ kind: 'paragraph', inline: [strong(question)] }] },
			...lines(said.split('\n').filter((each) => each.trim() !== ''))
		])
	);
}

const againPart = ({ againOn, words: say, instrument, locale }: SummaryInput): Part<string> | null =>
	againOn === null
		? null
		: part('again', say('meeting_summary_again'), [
				line(say('meeting_summary_again_on', { instrument, date: longDate(againOn, locale) }))
			]);
