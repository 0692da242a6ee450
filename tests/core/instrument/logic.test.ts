// Laws of conditions, on conditions and answers made at random for the small good instrument.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPossible, leavesOf } from '#core/instrument/check/possible.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { holds, type Facts } from '#core/instrument/holds.ts';
import type { Question, Verdict } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { compiled } from './tiny.ts';

const instrument = compiled();
const asked = instrument.questions.filter(({ id }) =>
	['role', 'many-calls', 'channels', 'reply-days', 'industry', 'one-thing'].includes(id)
);
const questions = new Map(instrument.questions.map((question) => [question.id, question]));
const verdicts: readonly Verdict[] = ['keep', 'change', 'stop'];

const optionsOf = (question: Question): readonly string[] => [
	...question.options.map(({ id }) => id),
	...(question.unsure ? ['ns'] : []),
	...(question.notApplicable ? ['na'] : [])
];

/** A bound on a number, in steps that the question takes, or beside its range. */
const bound = fc.integer({ min: -2, max: 130 }).map((halves) => halves / 2);

const leaf = (question: Question): fc.Arbitrary<Condition> => {
	const answered = fc.constant<Condition>({ kind: 'answered', question: question.id });
	if (question.number) {
		return fc.oneof(
			answered,
			fc.record({
				kind: fc.constantFrom('below' as const, 'from' as const),
				question: fc.constant(question.id),
				value: bound
			})
		);
	}
	if (question.options.length === 0) return answered;
	const options = fc.uniqueArray(fc.constantFrom(...optionsOf(question)), { minLength: 1, maxLength: 3 });
	return fc.oneof(
		answered,
		options.map((some): Condition => ({ kind: 'is', question: question.id, options: some }))
	);
};

const score = fc.oneof(
	fc.record({
		kind: fc.constant('index' as const),
		index: fc.constantFrom('reach', 'craft'),
		test: fc.constantFrom('below' as const, 'from' as const),
		value: fc.nat(100)
	}),
	fc.record({
		kind: fc.constant('area' as const),
		area: fc.constant('calls'),
		test: fc.constantFrom('below' as const, 'from' as const),
		value: fc.nat(100)
	}),
	fc.record({
		kind: fc.constant('verdict' as const),
		question: fc.constant('checked'),
		verdicts: fc.uniqueArray(fc.constantFrom(...verdicts), { minLength: 1 })
	})
);

const condition = fc.letrec<{ any: Condition }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 3 },
		fc.oneof(...asked.map(leaf), score),
		tie('any').map((of): Condition => ({ kind: 'not', of })),
		fc.record({
			kind: fc.constantFrom('all' as const, 'any' as const),
			of: fc.array(tie('any'), { minLength: 1, maxLength: 3 })
		})
	)
})).any;

/** An answer that the question takes, or none. */
const answerTo = (question: Question): fc.Arbitrary<Value | undefined> => {
	const apart = fc.constantFrom(
		undefined,
		...(question.unsure ? ['ns'] : []),
		...(question.notApplicable ? ['na'] : [])
	);
	if (question.number)
		return fc.oneof(
			apart,
			fc.nat(120).map((halves) => halves / 2)
		);
	if (question.type === 'text') return fc.oneof(apart, fc.constantFrom('Sleep', 'More wood'));
	if (question.type !== 'choices') return fc.oneof(apart, fc.constantFrom(...question.options.map(({ id }) => id)));
	const alone = question.options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
	const together = question.options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
	return fc.oneof(apart, fc.constantFrom(...alone), fc.uniqueArray(fc.constantFrom(...together), { minLength: 1 }));
};

const tenths = fc.oneof(fc.constant(null), fc.nat(1000));
const facts: fc.Arbitrary<Facts> = fc
	.tuple(fc.tuple(...asked.map(answerTo)), tenths, tenths, tenths, fc.constantFrom(null, ...verdicts))
	.map(([values, reach, craft, calls, verdict]) => ({
		value: (id) => values[asked.findIndex((question) => question.id === id)],
		index: (id) => (id === 'reach' ? reach : craft),
		area: () => calls,
		verdict: () => verdict
	}));

const law = (name: string, holdsTrue: (one: Condition, other: Condition, known: Facts) => void): void =>
	test(name, () => fc.assert(fc.property(condition, condition, facts, holdsTrue), { numRuns: 500 }));

const not = (of: Condition): Condition => ({ kind: 'not', of });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });

describe('conditions', () => {
	law('not twice is the same', (a, _b, known) => {
		expect(holds(not(not(a)), known)).toBe(holds(a, known));
	});

	law('not any is all not', (a, b, known) => {
		expect(holds(not(any(a, b)), known)).toBe(holds(all(not(a), not(b)), known));
	});

	law('the order of parts does not matter', (a, b, known) => {
		expect(holds(all(a, b), known)).toBe(holds(all(b, a), known));
		expect(holds(any(a, b), known)).toBe(holds(any(b, a), known));
	});

	law('without any answer or score, every test is false', (a) => {
		for (const each of leavesOf(a)) expect(holds(each, { value: () => undefined })).toBe(false);
	});

	law('nobody can answer a question and not know', (_a, _b, known) => {
		for (const { id } of asked) {
			const both = all({ kind: 'answered', question: id }, { kind: 'is', question: id, options: ['ns', 'na'] });
			expect(holds(both, known)).toBe(false);
		}
	});
});

describe('what is called impossible', () => {
	law('holds for no answers', (a, _b, known) => {
		if (holds(a, known)) expect(isPossible(a, questions)).toBe(true);
	});

	law('is not what holds for some and its opposite for others', (a, b, known) => {
		if (holds(a, known) && !holds(b, known)) expect(isPossible(all(a, not(b)), questions)).toBe(true);
	});

	// More names than these may make more combinations than are tried, and then the answer is "possible" by rule.
	law('is what contradicts itself', (a) => {
		fc.pre(new Set(leavesOf(a).map((leaf) => JSON.stringify({ ...leaf, options: 0, value: 0, test: 0 }))).size <= 4);
		expect(isPossible(all(a, not(a)), questions)).toBe(false);
	});
});
