// The sentence that opens a section: how its answers stand, in words, and never as the section before it.
import { describe, expect, test } from 'vitest';
import type { Verdict } from '#core/instrument/instrument.ts';
import { composition } from '#core/report/composition.ts';
import type { ReportInput } from '#core/report/input.ts';
import { openings, wayOf } from '#core/report/section-opening.ts';
import { reportWords, type WordKey, type Words } from '#core/report/words.ts';
import { score } from '#core/scores/score.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { wordsFor } from '#lib/words.ts';
import { answersTo } from '../../support/answers.ts';
import { flagship, reportOf } from '../../support/flagship.ts';
import { instrument } from '../../support/instrument.ts';

const given: Readonly<Record<Verdict, string>> = { keep: '5', change: '3', stop: '1' };

/** The openings of sections that hold these verdicts, one after the other. */
function told(sections: readonly (readonly Verdict[])[], words: Words = wordsFor('en')): readonly string[] {
	const named = sections.map((verdicts, at) => verdicts.map((_, place) => `q-${at}-${place}`));
	const asked = instrument({
		indices: [{ id: 'value' }],
		sections: named.map((ids, at) => ({
			id: `s-${at}`,
			questions: ids.map((id) => ({ id, feeds: { value: 1 } }))
		}))
	});
	const values = Object.fromEntries(
		sections.flatMap((verdicts, at) => verdicts.map((verdict, place) => [`q-${at}-${place}`, given[verdict]]))
	);
	const answers = answersTo(asked, values);
	const input: ReportInput = {
		instrument: asked,
		answers,
		scores: score(asked, answers),
		findings: [],
		words,
		locale: 'en',
		date: '2026-11-22',
		scope: 'whole',
		response: { id: null, revision: 1 },
		edition: null
	};
	const opening = openings(composition(input));
	return named.map((ids) => opening(asked.questions.filter(({ id }) => ids.includes(id))));
}

const some = (keep: number, change: number, stop: number): readonly Verdict[] => [
	...Array.from({ length: keep }, () => 'keep' as const),
	...Array.from({ length: change }, () => 'change' as const),
	...Array.from({ length: stop }, () => 'stop' as const)
];

test.each([
	[0, 0, 0, 'none'],
	[0, 1, 0, 'single'],
	[3, 0, 0, 'keep'],
	[0, 2, 0, 'change'],
	[0, 0, 9, 'stop'],
	[3, 2, 0, 'most-keep'],
	[2, 2, 0, 'keep-change'],
	[1, 4, 0, 'keep-change'],
	[1, 0, 1, 'keep-stop'],
	[0, 1, 1, 'change-stop'],
	[4, 1, 1, 'three-keep'],
	[3, 2, 1, 'three'],
	[1, 1, 4, 'three-stop'],
	[1, 1, 1, 'three']
])('%i keep, %i change, %i stop is the way "%s"', (keep, change, stop, way) => {
	expect(wayOf({ keep, change, stop })).toBe(way);
});

describe('a sentence', () => {
	test('counts in words', () => {
		expect(told([some(4, 2, 3)])[0]).toBe(
			'All three verdicts meet in this section, Keep beside four of its nine answers, Change beside two and Stop beside three.'
		);
		expect(told([some(0, 0, 13)])[0]).toContain('13');
	});

	test('names the verdict of a single answer', () => {
		expect(told([['stop']])[0]).toMatch(/Stop\.$/);
		expect(told([['keep']])[0]).toMatch(/Keep\.$/);
	});

	test('tells every number that it speaks of truly', () => {
		const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
		for (const [keep, change, stop] of [
			[5, 2, 1],
			[1, 2, 5],
			[2, 3, 3],
			[3, 2, 0],
			[1, 4, 0],
			[2, 0, 3],
			[0, 2, 5]
		] as const) {
			const [sentence = ''] = told([some(keep, change, stop)]);
			const found = (verdict: string): string | undefined =>
				new RegExp(`${verdict}(?: stands| is)? beside (\\w+)`).exec(sentence)?.[1];
			for (const [verdict, count] of [
				['Keep', keep],
				['Change', change],
				['Stop', stop]
			] as const)
				expect([undefined, numbers[count]], `${sentence} ${verdict}`).toContain(found(verdict));
			expect(sentence).toContain(numbers[keep + change + stop]);
		}
	});
});

describe('neighbours', () => {
	test.each([
		['of one way', Array.from({ length: 9 }, () => some(3, 0, 0))],
		['all at stop', Array.from({ length: 9 }, () => some(0, 0, 4))],
		['with one answer each', Array.from({ length: 5 }, () => some(0, 1, 0))],
		['without a verdict', Array.from({ length: 3 }, () => some(0, 0, 0))]
	])('%s never open alike', (_name, sections) => {
		const sentences = told(sections);
		for (const [at, sentence] of sentences.entries()) expect(sentence).not.toBe(sentences[at + 1]);
	});

	test('begin with other words in every report of the flagship', () => {
		const begin = (text: string): string => text.split(' ').slice(0, 2).join(' ');
		for (let number = 1; number <= 120; number++) {
			const report = reportOf(JSON.stringify({ answers: answersOf(flagship, 3, number) }));
			const { blocks = [] } = report.parts.find(({ id }) => id === 'detailed-analysis') ?? {};
			const openingsOf = blocks.flatMap((block, at) => {
				const before = blocks[at - 1];
				const isOpening = before?.kind === 'heading' && before.id.startsWith('section-') && block.kind === 'prose';
				const [first] = isOpening ? block.prose : [];
				return first?.kind === 'paragraph' && first.inline[0]?.kind === 'text' ? [first.inline[0].text] : [];
			});
			for (const [at, text] of openingsOf.entries()) expect(begin(text)).not.toBe(begin(openingsOf[at + 1] ?? ''));
		}
	});
});

test('no two wordings begin with the same two words', () => {
	const begin = (key: WordKey): string =>
		wordsFor('en')(key, { all: 'A', keep: 'K', change: 'C', stop: 'S', verdict: 'V' }).split(' ').slice(0, 2).join(' ');
	const all = reportWords.filter((key) => key.startsWith('report_section_')).map(begin);
	expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
});

test('every wording has its turn', () => {
	const asked = new Set<string>();
	const words: Words = (key, inputs) => {
		asked.add(key);
		return wordsFor('en')(key, inputs);
	};
	const ways = [
		[0, 0, 0],
		[0, 1, 0],
		[2, 0, 0],
		[0, 2, 0],
		[0, 0, 2],
		[2, 1, 0],
		[1, 2, 0],
		[1, 0, 1],
		[0, 1, 1],
		[3, 1, 1],
		[1, 1, 3],
		[1, 1, 1]
	] as const;
	for (const [keep, change, stop] of ways)
		told(
			Array.from({ length: 4 }, () => some(keep, change, stop)),
			words
		);
	const all = reportWords.filter((key) => key.startsWith('report_section_'));
	expect(all.length).toBeGreaterThan(30);
	expect(all.filter((key) => !asked.has(key))).toEqual([]);
});
