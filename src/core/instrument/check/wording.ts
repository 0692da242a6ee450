// Wording: lengths, headings of Stop texts, and sentences that stand in two texts.
import type { Inline, Prose } from '../prose.ts';
import { countWords, sentencesIn } from '../words.ts';
import { groupsOf, type Group, type Look } from './look.ts';
import { wrong } from '../wrong.ts';

type Range = readonly [least: number, most: number];

/** A sentence with fewer words may stand twice. */
const LONG_SENTENCE = 8;

export function checkWording(look: Look): void {
	const { instrument, ledger } = look;
	for (const group of groupsOf(instrument)) {
		for (const text of group.texts) {
			checkLength(text, text.body, rangeOf(group), look);
			if (group.keyword !== 'Stop' || text.heading.length > 0) continue;
			ledger.warning(
				ledger.where(text),
				wrong(
					'stop-without-heading',
					'a line "### …" that names what to leave undone',
					'none',
					'Add it above the text.'
				)
			);
		}
	}
	for (const pattern of instrument.patterns) checkLength(pattern, pattern.body, [40, 100], look);
	for (const headline of instrument.headlines) {
		const prose = paragraph(headline.text);
		checkLength(headline, prose, [1, 14], look);
		const sentences = sentencesIn(prose).filter((words) => words.length > 0).length;
		if (sentences > 1)
			ledger.warning(
				ledger.where(headline),
				wrong('headline-too-long', 'one sentence', String(sentences), 'Make it one.')
			);
	}
	checkSentences(look);
}

/** How many words a text should have; null where nothing is laid down. */
function rangeOf(group: Group): Range | null {
	if (group.kind === 'section' || group.keyword === 'Unsure') return [15, 60];
	if (group.kind === 'index') return group.potential ? null : [40, 90];
	return group.keyword === 'But' ? null : [40, 140];
}

function checkLength(owner: object, prose: Prose, range: Range | null, { ledger }: Look): void {
	const words = countWords(prose);
	if (!range || words === 0 || (words >= range[0] && words <= range[1])) return;
	const remedy = words < range[0] ? 'Say more.' : 'Say less.';
	ledger.warning(ledger.where(owner), wrong('text-length', `${range[0]} to ${range[1]} words`, String(words), remedy));
}

function checkSentences({ instrument, ledger }: Look): void {
	const said: readonly { readonly owner: object; readonly prose: Prose }[] = [
		...groupsOf(instrument).flatMap(({ texts }) => texts.map((text) => ({ owner: text, prose: text.body }))),
		...instrument.patterns.map((pattern) => ({ owner: pattern, prose: pattern.body })),
		...instrument.headlines.map((headline) => ({ owner: headline, prose: paragraph(headline.text) }))
	];
	const first = new Map<string, object>();
	for (const { owner, prose } of said) {
		for (const words of sentencesIn(prose)) {
			const sentence = words.join(' ');
			if (words.length < LONG_SENTENCE) continue;
			const other = first.get(sentence) ?? owner;
			first.set(sentence, other);
			if (other === owner) continue;
			const found = `"${words.slice(0, 6).join(' ')} …", also at ${ledger.where(other)}`;
			ledger.error(
				ledger.where(owner),
				wrong(
					'sentence-twice',
					'every sentence of eight words or more in one text only',
					found,
					'Write one of them anew.'
				)
			);
		}
	}
}

const paragraph = (inline: readonly Inline[]): Prose => [{ kind: 'paragraph', inline }];
