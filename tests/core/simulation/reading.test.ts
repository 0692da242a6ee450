// How long lines are and how hard they read, against counts made with a pencil.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade, measured, together, type Reading } from '#core/simulation/reading.ts';

describe('words and sentences', () => {
	test.each<[string, readonly string[], words: number, sentences: number]>([
		['nothing', [], 0, 0],
		['an empty line', [''], 0, 0],
		['one sentence', ['The cat sat on the mat.'], 6, 1],
		['two sentences', ['Go home. Sleep well!'], 4, 2],
		['a question', ['Who calls? Nobody does.'], 4, 2],
		['a line without a stop', ['Keep the bench honest'], 4, 1],
		['two lines without a stop', ['Keep the bench honest', 'Ask her'], 6, 2],
		['a colon ends nothing', ['One thing helps: sleep.'], 4, 1],
		['a semicolon ends nothing', ['He waits; she goes.'], 4, 1],
		['a dash is no word', ['Sell – or rest – today.'], 4, 1],
		['a closing quotation mark belongs to the sentence', ['“It is done.” Then we left.'], 6, 2],
		['a straight one too', ['"It is done." Then we left.'], 6, 2],
		['a closing bracket too', ['(We know.) Go on.'], 4, 2],
		['three points', ['Well… perhaps not.'], 3, 2],
		['a point inside a number', ['It rose by 2.5 points.'], 5, 1],
		['a number is a word, and no sentence of its own', ['Wait 42 days. 17.'], 3, 1],
		['a hyphen joins', ['A well-known name.'], 3, 1],
		['an apostrophe joins', ["Nobody's fault, it’s late."], 4, 1],
		['a placeholder is one word', ['You {{answer}} that it works.'], 5, 1],
		['other letters', ['Łódź grüßt Ångström.'], 3, 1],
		['breaks and tabs', ['One\ttwo\n three.  Four.'], 4, 2],
		['signs alone', ['— … !'], 0, 0]
	])('%s', (_name, lines, words, sentences) => {
		expect(measured(lines)).toMatchObject({ words, sentences });
	});
});

describe('syllables', () => {
	test.each<[string, number]>([
		['cat', 1],
		['the', 1],
		['answer', 2],
		['customer', 3],
		['forecast', 2],
		['opportunity', 5],
		['competitor', 4],
		['time', 1],
		['42 cats', 2],
		['customer, answer!', 5]
	])('%s has %d', (text, syllables) => {
		expect(measured([text]).syllables).toBe(syllables);
	});

	test('a word has at least one', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), (lines) => {
				const { words, syllables } = measured(lines);
				expect(syllables).toBeGreaterThanOrEqual(words);
			})
		);
	});
});

describe('the grade', () => {
	test.each<[Reading, number]>([
		[{ words: 6, sentences: 1, syllables: 6 }, 0.39 * 6 + 11.8 - 15.59],
		[{ words: 20, sentences: 1, syllables: 30 }, 7.8 + 17.7 - 15.59],
		[{ words: 100, sentences: 5, syllables: 150 }, 7.8 + 17.7 - 15.59],
		[{ words: 100, sentences: 8, syllables: 160 }, 4.875 + 18.88 - 15.59],
		[{ words: 1, sentences: 1, syllables: 1 }, -3.4]
	])('of %j is %d', (reading, expected) => {
		expect(grade(reading)).toBeCloseTo(expected, 10);
	});

	test('rises with longer sentences and with longer words', () => {
		const short = measured(['The man sold. The boss paid.']);
		expect(grade(measured(['The man sold and the boss paid.']))).toBeGreaterThan(grade(short));
		expect(grade(measured(['The representative negotiated. The administrator capitulated.']))).toBeGreaterThan(
			grade(short)
		);
	});

	test('without a sentence there is none', () => {
		for (const lines of [[], [''], ['42'], ['…']]) expect(grade(measured(lines))).toBeNaN();
		expect(grade(together([]))).toBeNaN();
	});
});

test('lines measured one by one and together amount to the same', () => {
	const word = fc.constantFrom('go', 'customer', 'Łódź', '42', 'well-known', '–', 'Stop.', 'Why?', 'done.”', 'so:');
	const line = fc.array(word, { maxLength: 15 }).map((words) => words.join(' '));
	fc.assert(
		fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
			expect(together(lines.map((each) => measured([each])))).toEqual(measured(lines));
		})
	);
});
