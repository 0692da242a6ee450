// What counts as a word and as a sentence.
import { describe, expect, test } from 'vitest';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import { countWords, openingOf, placeholdersIn, sentencesIn } from '#core/instrument/words.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...inline: Inline[]): Prose => [{ kind: 'paragraph', inline }];

describe('words', () => {
	test.each<[string, number]>([
		['One two three.', 3],
		['A well-set report, at 9.5 points', 6],
		["Don't count the dash – or this one", 7],
		['', 0],
		['… ?!', 0],
		['ähnlich über Łódź', 3]
	])('"%s" has %i', (words, count) => {
		expect(countWords(paragraph(text(words)))).toBe(count);
	});

	test('a placeholder counts as one', () => {
		expect(countWords(paragraph(text('You '), { kind: 'placeholder', name: 'answer.many-calls' }, text(' that')))).toBe(
			3
		);
	});

	test('lists, quotes and tables count, code blocks and rules do not', () => {
		const prose: Prose = [
			{ kind: 'list', ordered: false, items: [paragraph(text('one two')), paragraph(text('three'))] },
			{ kind: 'quote', blocks: paragraph({ kind: 'strong', inline: [text('four')] }) },
			{ kind: 'table', align: [null], head: [[text('five')]], rows: [[[text('six')]]] },
			{ kind: 'heading', level: 3, inline: [text('seven')] },
			{ kind: 'code-block', text: 'no words' },
			{ kind: 'rule' }
		];
		expect(countWords(prose)).toBe(7);
	});
});

describe('sentences', () => {
	test.each<[string, readonly string[]]>([
		['One. Two! Three?', ['one', 'two', 'three']],
		['At 1.5 million it holds.', ['at 1.5 million it holds']],
		['"Done," she said. He left.', ['done she said', 'he left']],
		['"Is it done?" Nobody knew.', ['is it done', 'nobody knew']],
		['Without an end', ['without an end']]
	])('%s', (words, expected) => {
		expect(
			sentencesIn(paragraph(text(words)))
				.filter((one) => one.length > 0)
				.map((one) => one.join(' '))
		).toEqual(expected);
	});

	test('two that differ in capitals, punctuation or emphasis are the same', () => {
		const loud = sentencesIn(paragraph({ kind: 'emphasis', inline: [text('This week:')] }, text(' Call, them!')));
		expect(loud[0]).toEqual(sentencesIn(paragraph(text('this week call them.')))[0]);
	});
});

test('placeholders are named once, in the order in which they stand, also inside emphasis', () => {
	const slot = (name: string): Inline => ({ kind: 'placeholder', name });
	const body = paragraph(
		slot('b'),
		{ kind: 'strong', inline: [slot('c'), { kind: 'link', href: 'https://a.b', inline: [slot('a')] }] },
		slot('b')
	);
	expect(placeholdersIn([slot('a')], body)).toEqual(['a', 'b', 'c']);
});

describe('the opening', () => {
	test.each<[string, string]>([
		['In most deals, you wait.', 'in most'],
		['“Agree” is what you said.', 'agree is'],
		['Alone.', 'alone'],
		['', '']
	])('of "%s" is "%s"', (words, opening) => {
		expect(openingOf(paragraph(text(words)), 2)).toBe(opening);
	});

	test('holds a gap by its name, and looks at the first line only', () => {
		const prose = [
			...paragraph(text('You '), { kind: 'placeholder', name: 'answer' }, text(' that')),
			...paragraph(text('And'))
		];
		expect(openingOf(prose, 2)).toBe('you {{answer}}');
		expect(openingOf(paragraph(text('One')), 2)).toBe('one');
		expect(openingOf([], 2)).toBe('');
	});
});
