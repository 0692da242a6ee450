// Wording: how long texts are, and whether a Stop says what to leave undone.
import type { Inline, Prose } from '../prose.ts';
import { countWords, sentencesIn } from '../words.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { groupsOf, type Group, type Look } from './look.ts';

/** The fewest and the most words. */
type Range = readonly [least: number, most: number];

const PATTERN: Range = [40, 100];
const HEADLINE: Range = [1, 14];
const MOVE_HEADING = 7;

export function checkWording({ instrument, ledger }: Look): void {
	const warn = (owner: object, what: Wrong | null): void => {
		if (what) ledger.warning(ledger.where(owner), what);
	};
	for (const group of groupsOf(instrument)) {
		for (const text of group.texts) {
			warn(text, wrongLength(text.body, rangeOf(group)));
			if (group.keyword === 'Stop' && text.heading.length === 0) warn(text, STOP_WITHOUT_HEADING);
			if (group.keyword === 'Move') warn(text, wrongMoveHeading(text.heading));
		}
	}
	for (const pattern of instrument.patterns) warn(pattern, wrongLength(pattern.body, PATTERN));
	for (const headline of instrument.headlines) {
		const prose = asProse(headline.text);
		const sentences = sentencesIn(prose).filter((words) => words.length > 0).length;
		warn(headline, wrongLength(prose, HEADLINE));
		if (sentences > 1) warn(headline, wrong('headline-too-long', 'one sentence', String(sentences), 'Make it one.'));
	}
}

/** How many words a text should have; null where nothing is laid down. */
function rangeOf(group: Group): Range | null {
	if (group.kind === 'section' || group.keyword === 'Unsure') return [15, 60];
	if (group.keyword === 'Move') return [8, 45];
	if (group.kind === 'index') return group.potential ? null : [40, 90];
	return group.keyword === 'But' ? null : [40, 140];
}

/** A text without any word is told of where it is read. */
function wrongLength(prose: Prose, range: Range | null): Wrong | null {
	const words = countWords(prose);
	if (!range || words === 0 || (words >= range[0] && words <= range[1])) return null;
	return wrong(
		'text-length',
		`${range[0]} to ${range[1]} words`,
		String(words),
		words < range[0] ? 'Say more.' : 'Say less.'
	);
}

/** It stands in the picture of the summary, where there is no room for more. */
function wrongMoveHeading(heading: readonly Inline[]): Wrong | null {
	const words = countWords(asProse(heading));
	if (words >= 1 && words <= MOVE_HEADING) return null;
	const expected = `a line "### …" of at most ${MOVE_HEADING} words`;
	return wrong('move-heading', expected, words === 0 ? 'none' : `${words} words`, 'Name the act briefly.');
}

/** A line of text as prose. */
export const asProse = (inline: readonly Inline[]): Prose => [{ kind: 'paragraph', inline }];

const STOP_WITHOUT_HEADING = wrong(
	'stop-without-heading',
	'a line "### …" that names what to leave undone',
	'none',
	'Add it above the text.'
);
