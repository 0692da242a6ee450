// What one answer a step better would do to an index: exactly what scoring the changed answers says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestStep, betterAnswer } from '#core/findings/step-up.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import { oneChanged } from '#core/scores/one-changed.ts';
import { scorerOf } from '#core/scores/question.ts';
import { score } from '#core/scores/score.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, option, question } from '../../support/instrument.ts';
import { compiled } from '../instrument/tiny.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Every better answer tried, one at a time, by checking and scoring the whole response again. */
function tried(asked: Instrument, values: Values, index: string, ids: readonly string[]) {
	const answers = answersTo(asked, values);
	const before = score(asked, answers).indices[index]?.tenths ?? null;
	return ids.flatMap((id) => {
		const found = asked.questions.find((each) => each.id === id);
		const value = found && betterAnswer(found, answers.given[id]);
		if (value == null || before === null) return [];
		const after = scoresOf(asked, { ...values, [id]: value }).indices[index]?.tenths ?? null;
		return after === null || after <= before ? [] : [{ question: id, before, after }];
	});
}

describe.each([
	['the flagship', flagship],
	['the tiny fixture', compiled()]
])('the best step in %s', (_name, asked) => {
	const company = asked.indices.find(({ about, of }) => about === 'company' && of !== null)?.id ?? '';

	test('is what the whole scorer says of it, and no other answer of the area would lift the index more', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const values = answersOf(asked, seed, 1);
				const answers = answersTo(asked, values);
				const scores = score(asked, answers);
				for (const { id } of asked.areas) {
					const because = scores.areas[id]?.because ?? [];
					const best = bestStep(asked, answers, scores, company, because);
					const ways = tried(asked, values, company, because);
					const most = Math.max(...ways.map(({ after }) => after));
					const first = ways.find(({ after }) => after === most);
					expect(best && { question: best.question, before: best.before, after: best.after }).toEqual(first ?? null);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('changes nothing in what it was given', () => {
		const values = answersOf(asked, 7, 1);
		const answers = answersTo(asked, values);
		const scores = score(asked, answers);
		const kept = JSON.stringify([answers, scores]);
		for (const { id } of asked.areas) bestStep(asked, answers, scores, company, scores.areas[id]?.because ?? []);
		expect(JSON.stringify([answers, scores])).toBe(kept);
	});
});

describe('the indices with one question changed', () => {
	test('are those of the whole scorer, for every question and every option', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const values = answersOf(flagship, seed, 1);
				const answers = answersTo(flagship, values);
				const changed = oneChanged(flagship, score(flagship, answers));
				for (const each of flagship.questions.filter(({ type }) => type === 'scale')) {
					if (answers.given[each.id]?.state !== 'answered' || each.importanceOf.length > 0) continue;
					const value = each.options[seed % each.options.length]?.id ?? '';
					const whole = scoresOf(flagship, { ...values, [each.id]: value }).indices;
					expect(changed(each, scorerOf(each)({ state: 'answered', value }))).toEqual(whole);
				}
			}),
			{ numRuns: 25 }
		);
	});
});

describe('an answer one step better', () => {
	const given = (value: Value) => ({ state: 'answered' as const, value });
	const scale = question({ id: 'q', feeds: { value: 1 } });
	const uneven = question({
		id: 'q',
		type: 'choice',
		feeds: { value: 1 },
		options: [
			option('best', 1000),
			option('odd'),
			option('worst', 0),
			option('half', 500, { input: true }),
			option('also', 500)
		]
	});
	const several = question({
		id: 'q',
		type: 'choices',
		feeds: { value: 1 },
		counts: { 1: 250, 2: 500, 3: 500 },
		options: [option('a'), option('b'), option('c'), option('d'), option('none', 0, { exclusive: true })]
	});
	const number = question({
		id: 'q',
		type: 'number',
		feeds: { value: 1 },
		number: {
			min: 0,
			max: 9,
			step: 1,
			decimals: 0,
			unit: null,
			anchors: [
				[0, 0],
				[9, 1000]
			]
		}
	});

	test.each<[string, typeof scale, Value, Value | null]>([
		['on a scale is the next', scale, '2', '3'],
		['is none at the top', scale, '5', null],
		['on a reversed scale is the one before', { ...scale, reverse: true }, '2', '1'],
		['is none at the top of a reversed one', { ...scale, reverse: true }, '1', null],
		['of a choice is the next by score, the first of equals', uneven, 'worst', { option: 'half', text: '' }],
		['of a choice with a text looks at its option', uneven, { option: 'half', text: 'x' }, 'best'],
		['of an option without a score is none', uneven, 'odd', null],
		['of choices by count is one more', several, ['c'], ['c', 'a']],
		['is none where one more counts as much', several, ['a', 'b'], null],
		['is none where everything was chosen', several, ['a', 'b', 'c', 'd'], null],
		['of an option that stands alone is another in its place', several, ['none'], ['a']],
		['of a number is none', number, 4, null]
	])('%s', (_name, asked, value, expected) => {
		expect(betterAnswer(asked, given(value))).toEqual(expected);
	});

	test.each([undefined, { state: 'na' as const }, { state: 'ns' as const }])('of no answer is none: %o', (answer) => {
		expect(betterAnswer(scale, answer)).toBeNull();
	});
});

describe('an answer that decides what is asked', () => {
	const asked = instrument({
		indices: [{ id: 'value' }, { id: 'company', of: { value: 1 } }],
		areas: [{ id: 'all' }],
		questions: [
			{ id: 'gate', area: 'all', feeds: { value: 1 } },
			{
				id: 'open',
				area: 'all',
				feeds: { value: 9 },
				when: { kind: 'is', question: 'gate', options: ['1'] }
			},
			{ id: 'other', area: 'all', feeds: { value: 1 } },
			{ id: 'last', area: 'all', feeds: { value: 1 } }
		]
	});

	test('is walked again, so that what falls off the path leaves the sum', () => {
		const values = { gate: '1', open: '1', other: '3', last: '3' };
		const answers = answersTo(asked, values);
		const scores = score(asked, answers);
		const best = bestStep(asked, answers, scores, 'company', ['gate', 'other']);
		const after = scoresOf(asked, { ...values, gate: '2' }).indices['company']?.tenths;
		expect(best).toMatchObject({ question: 'gate', before: scores.indices['company']?.tenths, after });
		expect(after).toBe(417);
	});
});

test('without a score of the index there is nothing to move', () => {
	const answers = answersTo(flagship, { role: 'seller', qualification: 'disagree' });
	expect(bestStep(flagship, answers, score(flagship, answers), 'company', ['qualification'])).toBeNull();
	expect(bestStep(flagship, answers, score(flagship, answers), 'nothing', ['qualification'])).toBeNull();
});
