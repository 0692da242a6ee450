import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/answers/answers.ts';
import { checkAnswers } from '#core/answers/check.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { line } from '#core/problem.ts';
import { answersTo } from '../../support/answers.ts';
import { instrument, option } from '../../support/instrument.ts';

const seller: Condition = { kind: 'is', question: 'role', options: ['seller'] };
const tiny = instrument({
	sections: [
		{ id: 'you', questions: [{ id: 'role', type: 'choice', options: [option('seller'), option('other')] }] },
		{
			id: 'selling',
			when: seller,
			questions: [{ id: 'meetings' }, { id: 'deals', when: { kind: 'answered', question: 'meetings' } }]
		},
		{
			id: 'more',
			questions: [
				{ id: 'constructor' },
				{ id: 'sources', type: 'choices', options: [option('x'), option('y')] },
				{ id: 'remark', type: 'text' }
			]
		}
	]
});

const problemsOf = (values: unknown): readonly string[] => {
	const outcome = checkAnswers(tiny, values as Record<string, unknown>);
	return outcome.ok ? [] : outcome.problems.map(line);
};

describe('checked answers', () => {
	test('hold the path and the answers on it, in the order asked', () => {
		const answers: Answers = answersTo(tiny, { remark: 'yes', meetings: '4', role: 'seller', sources: ['y', 'x'] });
		expect(answers).toEqual({
			path: ['role', 'meetings', 'deals', 'constructor', 'sources', 'remark'],
			given: {
				role: { state: 'answered', value: 'seller' },
				meetings: { state: 'answered', value: '4' },
				sources: { state: 'answered', value: ['y', 'x'] },
				remark: { state: 'answered', value: 'yes' }
			}
		});
		expect(Object.keys(answers.given)).toEqual(['role', 'meetings', 'sources', 'remark']);
	});

	test('tell "don’t know" and "does not apply" from answers', () => {
		const { given } = answersTo(tiny, { role: 'ns', constructor: 'na' });
		expect(given).toEqual({ role: { state: 'ns' }, constructor: { state: 'na' } });
	});

	test('drop what is off the path without a word', () => {
		expect(answersTo(tiny, { role: 'other', meetings: '4', deals: '5' })).toEqual({
			path: ['role', 'constructor', 'sources', 'remark'],
			given: { role: { state: 'answered', value: 'other' } }
		});
	});

	test('leave out empty texts and lists, and keys without a value', () => {
		expect(answersTo(tiny, { remark: '', sources: [], meetings: undefined as never }).given).toEqual({});
	});
});

describe('every problem is reported at once', () => {
	test('with its place', () => {
		expect(problemsOf({ role: 'king', nonsense: 1, sources: ['z'], remark: 'fine' })).toEqual([
			'answers.role: unknown-option: expected one of seller, other, ns (don’t know), na (does not apply), found "king". Use the id of an option.',
			'answers.nonsense: unknown-question: expected the id of a question, found "nonsense". Leave out this answer.',
			'answers.sources: unknown-option: expected one of x, y, ns (don’t know), na (does not apply), found "z". Use the id of an option.'
		]);
	});

	test('off the path as well', () => {
		expect(problemsOf({ role: 'other', meetings: '9' })).toHaveLength(1);
	});

	test('null is not an answer', () => {
		expect(problemsOf({ role: null })).toEqual([
			'answers.role: wrong-type: expected the id of an option, found null. Give a value of the type that the question takes, or leave it out.'
		]);
	});

	test.each([[null], [[]], ['text'], [5], [undefined]])('%j instead of an object', (values) => {
		expect(problemsOf(values)).toHaveLength(1);
	});
});

describe('hostile keys', () => {
	test('of the prototype are unknown questions', () => {
		expect(problemsOf(JSON.parse('{"__proto__":{"role":"seller"},"toString":"1"}'))).toHaveLength(2);
		expect(({} as Record<string, unknown>).role).toBeUndefined();
	});

	test('do no harm where the object has no prototype', () => {
		const bare = Object.assign(Object.create(null) as Record<string, unknown>, { role: 'seller' });
		expect(problemsOf(bare)).toEqual([]);
	});

	test('a question may be called constructor', () => {
		expect(answersTo(tiny, {}).given).not.toHaveProperty('constructor.state');
		expect(answersTo(tiny, { constructor: '3' }).given).toHaveProperty('constructor', {
			state: 'answered',
			value: '3'
		});
	});

	test('a key of a megabyte is cut', () => {
		expect(problemsOf({ ['x'.repeat(2 ** 20)]: 1 })[0]?.length).toBeLessThan(300);
	});
});

test('nothing makes the check throw, and what it takes it takes again', () => {
	const id = fc.oneof(fc.constantFrom(...tiny.questions.map((question) => question.id), '__proto__'), fc.string());
	const value = fc.oneof(fc.constantFrom('seller', '1', 'ns', 'na', ''), fc.jsonValue(), fc.anything());
	fc.assert(
		fc.property(fc.oneof(fc.dictionary(id, value), fc.anything()), (values) => {
			const outcome = checkAnswers(tiny, values as Record<string, unknown>);
			if (!outcome.ok) {
				expect(outcome.problems.length).toBeGreaterThan(0);
				return;
			}
			const again = Object.entries(outcome.value.given).map(([key, answer]): [string, unknown] => [
				key,
				answer.state === 'answered' ? answer.value : answer.state
			]);
			expect(checkAnswers(tiny, Object.fromEntries(again))).toEqual(outcome);
		}),
		{ numRuns: 1000 }
	);
});
