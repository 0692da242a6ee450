// Opposite statements: which pairs there are, and which answers to them contradict each other.
import { describe, expect, test } from 'vitest';
import { contradictions, oppositesIn, rawOf } from '#core/answers/opposites.ts';
import { answersTo } from '../../support/answers.ts';
import { instrument, option, question, scale } from '../../support/instrument.ts';

const asked = instrument({
	questions: [
		{ id: 'a', opposite: 'd' },
		{ id: 'b', opposite: 'b' },
		{ id: 'c', options: scale(7), opposite: 'd' },
		{ id: 'd', opposite: 'a' },
		{ id: 'e', opposite: 'f' },
		{ id: 'f' },
		{ id: 'g', opposite: 'nobody' }
	]
});

const named = (values: Record<string, string>) =>
	oppositesIn(asked, answersTo(asked, values)).map(({ first, second, raw }) => [first.id, second.id, ...raw]);

describe('pairs', () => {
	test('are found once, in the order asked, whichever of the two names the other', () => {
		expect(named({ a: '1', d: '2', e: '3', f: '4' })).toEqual([
			['a', 'd', 1, 2],
			['e', 'f', 3, 4]
		]);
	});

	test.each([
		['one was left open', { a: '1' }],
		['one was not known', { a: '1', d: 'ns' }],
		['one does not apply', { a: 'na', d: '5' }],
		['a question names itself', { b: '1' }],
		['one has more points than five', { c: '7' }],
		['the other is not there', { g: '1' }]
	])('are none where %s', (_name, values) => {
		expect(named(values)).toEqual([]);
	});
});

describe('a contradiction', () => {
	test.each([
		['4', '4', true],
		['5', '4', true],
		['5', '5', true],
		['2', '2', true],
		['1', '2', true],
		['3', '3', false],
		['3', '5', false],
		['5', '3', false],
		['5', '1', false],
		['2', '4', false]
	])('%s and %s: %s', (a, d, expected) => {
		expect(contradictions(asked, answersTo(asked, { a, d }))).toHaveLength(expected ? 1 : 0);
	});
});

test('the position of an answer counts from 1, with or without a text beside it', () => {
	const choice = question({ id: 'q', options: [option('x'), option('y', null, { input: true })] });
	const raw = (value: string | { option: string; text: string }) =>
		rawOf(choice, { path: ['q'], given: { q: { state: 'answered', value } } });
	expect([raw('x'), raw({ option: 'y', text: 'why' }), raw('z')]).toEqual([1, 2, null]);
	expect(rawOf(choice, { path: ['q'], given: {} })).toBeNull();
});
