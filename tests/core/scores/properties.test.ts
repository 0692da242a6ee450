// What holds for every instrument and every set of answers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { flagshipBands, instrument, type SomeQuestion } from '../../support/instrument.ts';

const indexIds = ['value', 'number', 'cycle'];
const areaIds = ['one', 'two', 'three'];
const answer = fc.constantFrom('1', '2', '3', '4', '5', 'na', 'ns', null);

/** A dozen scale questions with any weights, some reversed, some of an area, with any answers. */
const someCase = fc
	.array(
		fc.record({
			weights: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
			reverse: fc.boolean(),
			result: fc.boolean(),
			area: fc.constantFrom(null, ...areaIds),
			answer
		}),
		{ minLength: 1, maxLength: 12 }
	)
	.map((rows) => ({
		questions: rows.map(({ weights, answer: _, ...row }, n): SomeQuestion => ({
			...row,
			id: `q${n}`,
			feeds: Object.fromEntries(indexIds.map((id, position) => [id, weights[position] ?? 0]))
		})),
		values: Object.fromEntries(rows.flatMap(({ answer }, n) => (answer === null ? [] : [[`q${n}`, answer]])))
	}));

const build = (questions: readonly SomeQuestion[]): Instrument =>
	instrument({
		questions,
		indices: [
			...indexIds.map((id) => ({ id, bands: 'company', potential: 'potential' })),
			{ id: 'company', of: Object.fromEntries(indexIds.map((id) => [id, 1])), bands: 'company' }
		],
		areas: areaIds.map((id) => ({ id })),
		bands: flagshipBands
	});

const tenthsOf = (tiny: Instrument, values: Values) =>
	Object.values(scoresOf(tiny, values).indices).map(({ tenths }) => tenths);

test('the order in which the answers were given does not matter', () => {
	fc.assert(
		fc.property(
			someCase.chain(({ questions, values }) =>
				fc.tuple(fc.constant({ questions, values }), shuffled(Object.entries(values)))
			),
			([{ questions, values }, entries]) => {
				const tiny = build(questions);
				expect(scoresOf(tiny, Object.fromEntries(entries))).toEqual(scoresOf(tiny, values));
			}
		)
	);
});

const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

test('the order of the path does not matter, nor does it hold what is not in the instrument', () => {
	fc.assert(
		fc.property(
			someCase.chain(({ questions, values }) =>
				fc.tuple(fc.constant({ questions, values }), shuffled(questions.map(({ id }) => id)))
			),
			([{ questions, values }, path]) => {
				const tiny = build(questions);
				const answers: Answers = { ...answersTo(tiny, values), path: ['constructor', ...path, 'other'] };
				expect(score(tiny, answers)).toEqual(scoresOf(tiny, values));
			}
		)
	);
});

test('the order in which the questions stand does not matter', () => {
	fc.assert(
		fc.property(
			someCase.chain(({ questions, values }) => fc.tuple(fc.constant({ questions, values }), shuffled(questions))),
			([{ questions, values }, moved]) => {
				const [one, other] = [scoresOf(build(questions), values), scoresOf(build(moved), values)];
				expect(other.indices).toEqual(one.indices);
				expect(other.questions).toEqual(one.questions);
				expect(Object.values(other.areas).map(({ priority }) => priority)).toEqual(
					Object.values(one.areas).map(({ priority }) => priority)
				);
			}
		)
	);
});

test('a better answer to one question lowers no index and no area', () => {
	fc.assert(
		fc.property(someCase, fc.nat(11), ({ questions, values }, n) => {
			const raised = questions[n % questions.length];
			const before = raised === undefined ? undefined : values[raised.id];
			fc.pre(raised !== undefined && before !== undefined && /[1-5]/.test(before));
			const step = Number(before) + (raised.reverse ? -1 : 1);
			fc.pre(step >= 1 && step <= 5);
			const tiny = build(questions);
			const [low, high] = [scoresOf(tiny, values), scoresOf(tiny, { ...values, [raised.id]: String(step) })];
			for (const stage of ['indices', 'areas'] as const) {
				for (const id of Object.keys(low[stage])) {
					const tenths = low[stage][id]?.tenths ?? null;
					const then = high[stage][id]?.tenths ?? null;
					expect(then === null).toBe(tenths === null);
					expect(then ?? 0).toBeGreaterThanOrEqual(tenths ?? 0);
				}
			}
		})
	);
});

test('weights count only in proportion', () => {
	fc.assert(
		fc.property(someCase, fc.constantFrom(...indexIds), ({ questions, values }, index) => {
			const scaled = questions.map((question) => ({
				...question,
				feeds: { ...question.feeds, [index]: 2 * (question.feeds?.[index] ?? 0) }
			}));
			expect(tenthsOf(build(scaled), values)).toEqual(tenthsOf(build(questions), values));
		})
	);
});

test('turning every question and every answer round changes nothing', () => {
	fc.assert(
		fc.property(someCase, ({ questions, values }) => {
			const turned = questions.map((question) => ({ ...question, reverse: !question.reverse }));
			const mirrored = Object.fromEntries(
				Object.entries(values).map(([id, raw]) => [id, /[1-5]/.test(raw) ? String(6 - Number(raw)) : raw])
			);
			expect(scoresOf(build(turned), mirrored)).toEqual(scoresOf(build(questions), values));
		})
	);
});

test('every score is a whole number of tenths from 0 to 1000, or null with its reason', () => {
	fc.assert(
		fc.property(someCase, ({ questions, values }) => {
			const { questions: each, indices, areas } = scoresOf(build(questions), values);
			for (const told of [...Object.values(each), ...Object.values(indices)]) {
				if (told.tenths === null) {
					expect(told.because).toEqual(expect.any(String));
					continue;
				}
				expect(Number.isInteger(told.tenths) && told.tenths >= 0 && told.tenths <= 1000).toBe(true);
			}
			for (const { tenths, verdict, priority } of Object.values(areas)) {
				expect([verdict === null, priority === null]).toEqual([tenths === null, tenths === null]);
			}
		})
	);
});

test('an unanswered question never has a number, and an index with one is never better for it', () => {
	fc.assert(
		fc.property(someCase, ({ questions, values }) => {
			const tiny = build(questions);
			const { questions: each } = scoresOf(tiny, values);
			for (const { id } of questions) {
				if (!/[1-5]/.test(values[id] ?? '')) expect(each[id]?.tenths).toBeNull();
			}
			expect(Object.values(scoresOf(tiny, {}).indices).every(({ tenths }) => tenths === null)).toBe(true);
		})
	);
});

test('the same answers give the same scores, and leave nothing behind', () => {
	fc.assert(
		fc.property(someCase, someCase, (one, other) => {
			const tiny = build(one.questions);
			const before = JSON.stringify(scoresOf(tiny, one.values));
			scoresOf(
				tiny,
				Object.fromEntries(
					Object.entries(other.values).filter(([id]) => tiny.questions.some((question) => question.id === id))
				)
			);
			expect(JSON.stringify(scoresOf(tiny, one.values))).toBe(before);
			expect(JSON.stringify(scoresOf(structuredClone(tiny), one.values))).toBe(before);
		})
	);
});
