// Other answers and what they come to: the worked cases of the method, and a change as the difference from what was given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find } from '#core/findings/find.ts';
import type { Values } from '#core/instrument/value.ts';
import { tried, withChange } from '#core/whatif/tried.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { instrument } from '../../support/instrument.ts';

const small = instrument({
	questions: [
		{ id: 'a', feeds: { value: 1 }, area: 'one' },
		{ id: 'b', feeds: { value: 2 }, area: 'two' },
		{ id: 'c', feeds: { value: 1 }, area: 'two', when: { kind: 'is', question: 'a', options: ['5'] } },
		{ id: 'i', importanceOf: ['one'] }
	],
	indices: [{ id: 'value' }, { id: 'company', of: { value: 1 } }],
	areas: [{ id: 'one' }, { id: 'two' }]
});

describe('what other answers come to', () => {
	test('is scored and ranked as a report would', () => {
		const values = { a: '5', b: '2', c: '1', i: '4' };
		const result = tried(small, values);
		const answers = answersTo(small, values);
		expect(result?.scores).toEqual(scoresOf(small, values));
		expect(result?.keyAreas).toEqual(
			find(small, answers, scoresOf(small, values)).filter(({ kind }) => kind === 'key-area')
		);
	});

	test('follows the path: what is no longer asked no longer counts', () => {
		expect(tried(small, { a: '5', b: '3', c: '1' })?.path).toEqual(['a', 'b', 'c', 'i']);
		expect(tried(small, { a: '4', b: '3', c: '1' })?.path).toEqual(['a', 'b', 'i']);
	});

	test('sets priorities anew when another importance is given', () => {
		const priority = (i: string) => tried(small, { a: '1', b: '3', i })?.keyAreas[0]?.priority ?? 0;
		expect(priority('5')).toBeGreaterThan(priority('2'));
	});

	test.each<Values>([{ a: '6' }, { a: 3 }, { nobody: '1' }])('%o is nothing to score', (values) => {
		expect(tried(small, values)).toBeNull();
	});
});

describe('a change', () => {
	const given = { a: '1', b: ['x', 'y'] };

	test('is kept, and replaced by the next one to the same question', () => {
		const once = withChange(given, {}, 'a', '4');
		expect(once).toEqual({ a: '4' });
		expect(withChange(given, once, 'a', '5')).toEqual({ a: '5' });
		expect(withChange(given, once, 'c', 'ns')).toEqual({ a: '4', c: 'ns' });
	});

	test.each([
		['a', '1'],
		['a', null],
		['b', ['x', 'y']]
	] as const)('back to what was given, %s as %o, is none', (question, value) => {
		expect(withChange(given, { [question]: '3' }, question, value)).toEqual({});
	});

	test('never alters what it is made from, and order does not matter between questions', () => {
		const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', null));
		fc.assert(
			fc.property(fc.array(step), (steps) => {
				const before = Object.freeze({ c: '9' });
				const after = steps.reduce<Record<string, unknown>>(
					(changes, [question, value]) => ({
						...withChange(given, changes as Record<string, string>, question, value)
					}),
					before
				);
				for (const [question, value] of new Map(steps)) {
					const stands = value === null || value === (given as Record<string, unknown>)[question] ? undefined : value;
					expect(after[question]).toBe(stands);
				}
			})
		);
	});
});
