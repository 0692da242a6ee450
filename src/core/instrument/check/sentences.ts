// Sentences that stand in two texts: a reader who meets one twice stops believing both.
import { sentencesIn } from '../words.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { groupsOf, type Look } from './look.ts';
import { asProse } from './wording.ts';

/** A sentence with fewer words may stand twice. */
const LONG = 8;

export function checkSentences({ instrument, ledger }: Look): void {
	const said = [
		...groupsOf(instrument).flatMap(({ texts }) => texts.map((text) => ({ owner: text, prose: text.body }))),
		...instrument.patterns.map((pattern) => ({ owner: pattern, prose: pattern.body })),
		...instrument.headlines.map((headline) => ({ owner: headline, prose: asProse(headline.text) }))
	];
	const first = new Map<string, object>();
	for (const { owner, prose } of said) {
		for (const words of sentencesIn(prose).filter(({ length }) => length >= LONG)) {
			const sentence = words.join(' ');
			const other = first.get(sentence) ?? owner;
			first.set(sentence, other);
			if (other !== owner) ledger.error(ledger.where(owner), twice(words, ledger.where(other)));
		}
	}
}

function twice(words: readonly string[], where: string): Wrong {
	const expected = 'every sentence of eight words or more in one text only';
	return wrong(
		'sentence-twice',
		expected,
		`"${words.slice(0, 6).join(' ')} …", also at ${where}`,
		'Write one of them anew.'
	);
}
