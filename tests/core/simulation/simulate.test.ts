// Many respondents → one summary: the same for a seed, and true of the respondents that it names.
import { describe, expect, test } from 'vitest';
import type { Condition } from '#core/instrument/condition.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { marked } from '#core/simulation/marked.ts';
import { answersOf, simulate } from '#core/simulation/simulate.ts';
import type { Summary } from '#core/simulation/summary.ts';
import { trial } from '#core/simulation/trial.ts';
import { wordsFor } from '#lib/words.ts';
import { scoresOf } from '../../support/answers.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, option } from '../../support/instrument.ts';
import { compiled } from '../instrument/tiny.ts';
import { is, paragraph, reportOn, told, verdictsOn } from './told.ts';

const words = wordsFor('en');
const tiny = compiled();

const group: Condition = { kind: 'group', group: 'sellers', question: 'mood', test: 'below', value: 50 };
const gap: Condition = { kind: 'gap', question: 'mood', test: 'from', value: 30 };
const unknown: Condition = { kind: 'unknown', test: 'from', value: 20 };

/** A question that everybody answers well, and one that people answer as they like. */
const small = instrument({
	indices: [{ id: 'value' }],
	areas: [{ id: 'sure-area' }],
	questions: [
		{
			id: 'sure',
			type: 'choice',
			required: true,
			feeds: { value: 1 },
			options: [option('yes', 1000, { label: 'Yes' }), option('mostly', 800, { label: 'Mostly' })],
			texts: verdictsOn('sure')
		},
		{
			id: 'mood',
			feeds: { value: 1 },
			texts: verdictsOn('mood', {
				keep: [told('Two at once.', { kind: 'all', of: [is('sure', 'yes'), is('sure', 'mostly')] }), told('Good.')],
				change: [
					told('Many.', { kind: 'all', of: [is('sure', 'yes'), gap] }),
					told('So so.', is('sure', 'mostly')),
					told('Fair.')
				],
				stop: [
					told('Either.', { kind: 'any', of: [group, is('sure', 'yes')] }),
					told('Both.', { kind: 'any', of: [group, gap] }),
					told('Bad.')
				]
			})
		}
	],
	patterns: [
		{ id: 'apart', when: group, body: paragraph('You differ.') },
		{ id: 'alone', when: { kind: 'not', of: gap }, body: paragraph('Nobody differs.') },
		{ id: 'silent', when: unknown, body: paragraph('Nobody knows.') }
	]
});

describe('which texts appear', () => {
	const summary = simulate(small, words, { respondents: 200, seed: 1 });

	test('those that nobody is shown, without those that need several respondents', () => {
		expect(summary.never).toEqual([
			'question sure, Change',
			'question sure, Stop',
			'question mood, Keep where sure is Yes and sure is Mostly'
		]);
	});

	test('those that everybody is shown', () => {
		expect(summary.always).toEqual(['question sure, Keep', 'pattern alone']);
	});

	test('those that need several respondents: for an alternative it is enough that one of the two does not', () => {
		expect(summary.needSeveral).toEqual([
			'question mood, Change where sure is Yes and the gap between the groups on mood is at least 30',
			'question mood, Stop where the mean of sellers on mood is below 50 or the gap between the groups on mood is at least 30',
			'pattern apart',
			'pattern silent'
		]);
		expect(summary.texts).toBe(marked(small).labels.length);
	});
});

describe('the same wishes', () => {
	const of = (respondents: number, seed: number): Summary => simulate(tiny, words, { respondents, seed });

	test('give the same summary, and another seed another', () => {
		expect(of(100, 3)).toEqual(of(100, 3));
		expect(of(100, 3)).not.toEqual({ ...of(100, 4), seed: 3 });
	});

	test('are written at its head', () => {
		expect(of(30, 9)).toMatchObject({ instrument: 'tiny', version: '1.0.0', respondents: 30, seed: 9 });
	});

	test('hardly ever give two respondents the same, within a seed and across seeds', () => {
		const given = [1, 2, 3].flatMap((seed) =>
			Array.from({ length: 200 }, (_, at) => JSON.stringify(answersOf(flagship, seed, at + 1)))
		);
		expect(new Set(given).size).toBeGreaterThan(given.length - 30);
	});
});

/** The words of the report that a respondent would really get, marks and all put aside. */
const wordsTold = (asked: Instrument, seed: number, number: number): number =>
	reportOn(asked, answersOf(asked, seed, number)).split(/\s+/).length;

describe('the lengths', () => {
	test.each([
		['the small one', small, 0],
		['the tiny fixture', tiny, 0.03],
		['the flagship', flagship, 0.03]
	])('of %s are those of the respondents named, and nobody is outside', (_name, asked, tolerance) => {
		const { shortest, longest } = simulate(asked, words, { respondents: 60, seed: 2 });
		expect(shortest.words).toBeLessThan(longest.words);
		for (const { respondent, words: told } of [shortest, longest]) {
			expect(trial(marked(asked), answersOf(asked, 2, respondent), words).words).toBe(told);
			const real = wordsTold(asked, 2, respondent);
			// A gap in a text counts as one word, however many fill it.
			expect(Math.abs(told - real)).toBeLessThanOrEqual(tolerance * real);
		}
		for (const number of [1, 20, 60]) {
			const real = wordsTold(asked, 2, number);
			expect(real).toBeGreaterThanOrEqual(shortest.words * (1 - tolerance));
			expect(real).toBeLessThanOrEqual(longest.words * (1 + tolerance));
		}
	});
});

describe('the figures', () => {
	const respondents = 80;
	const summary = simulate(tiny, words, { respondents, seed: 6 });
	const scores = Array.from({ length: respondents }, (_, at) => scoresOf(tiny, answersOf(tiny, 6, at + 1)));

	test('of each index are those of the respondents', () => {
		expect(summary.indices.map(({ index }) => index)).toEqual(tiny.indices.map(({ id }) => id));
		for (const { index, n, mean, spread, least, most } of summary.indices) {
			const points = scores.flatMap(({ indices }) => indices[index]?.tenths ?? []).map((tenths) => tenths / 10);
			expect(n).toBe(points.length);
			expect(mean).toBeCloseTo(points.reduce((sum, each) => sum + each, 0) / n, 8);
			expect([least, most]).toEqual([Math.min(...points), Math.max(...points)]);
			expect(spread).toBeGreaterThan(0);
		}
	});

	test('compare the indices over questions, two by two', () => {
		const plain = tiny.indices.filter(({ of }) => of === null);
		expect(summary.correlations).toHaveLength((plain.length * (plain.length - 1)) / 2);
		for (const { r } of summary.correlations) expect(Math.abs(r)).toBeLessThanOrEqual(1);
	});

	test('of the reading level rise from the lowest to the highest', () => {
		const { lowest, median, highest } = summary.grade;
		expect(lowest).toBeLessThan(median);
		expect(median).toBeLessThan(highest);
	});

	test('of an instrument without texts are not made up', () => {
		const mute = simulate(instrument({ questions: [{ id: 'q' }] }), words, { respondents: 5, seed: 1 });
		expect(mute).toMatchObject({ texts: 0, never: [], always: [], indices: [], correlations: [] });
		expect(Object.values(mute.grade)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
	});
});

test('answers that the instrument does not take are an error that says which', () => {
	expect(() => trial(marked(tiny), { role: 'emperor' }, words)).toThrow(/answers\.role.*emperor/);
});
