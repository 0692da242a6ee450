import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkValue } from '#core/answers/check.ts';
import { sentence } from '#core/problem.ts';
import { option, question } from '../../support/instrument.ts';

const plain = { unsure: null, notApplicable: null };
const options = [
	option('a'),
	option('b'),
	option('other', null, { input: true }),
	option('none', null, { exclusive: true })
];
const range = { min: 0, max: 100, step: 0.5, decimals: 1, unit: null, anchors: [] };

const questions = {
	choice: question({ id: 'choice', type: 'choice', options, max: 5, ...plain }),
	choices: question({ id: 'choices', type: 'choices', options, ...plain }),
	split: question({ id: 'split', type: 'split', options, ...plain }),
	number: question({ id: 'number', type: 'number', number: range, ...plain }),
	whole: question({
		id: 'whole',
		type: 'number',
		number: { ...range, min: 1, max: 1e9, step: 1, decimals: 0 },
		...plain
	}),
	text: question({ id: 'text', type: 'text', max: 5, ...plain }),
	date: question({ id: 'date', type: 'date', ...plain }),
	both: question({ id: 'both' })
};
type Name = keyof typeof questions;

describe('taken', () => {
	test.each<[Name, unknown]>([
		['choice', 'a'],
		['choice', 'other'],
		['choice', { option: 'other', text: 'mine' }],
		['choice', { option: 'other', text: '' }],
		['choices', []],
		['choices', ['b', 'a']],
		['choices', ['none']],
		['split', { a: 10 }],
		['split', { a: 3, b: 7, none: 0 }],
		['number', 0],
		['number', 100],
		['number', 99.5],
		['whole', 1e9],
		['text', ''],
		['text', 'Łódź≥'],
		['text', '🙂🙂🙂🙂🙂'],
		['date', '2024-02-29'],
		['date', '2000-02-29'],
		['both', '1'],
		['both', 'ns'],
		['both', 'na']
	])('%s: %j', (name, value) => {
		expect(checkValue(questions[name], value)).toEqual([]);
	});
});

describe('refused', () => {
	test.each<[Name, unknown, string]>([
		['choice', 'c', 'unknown-option'],
		['choice', '', 'unknown-option'],
		['choice', 'constructor', 'unknown-option'],
		['choice', 'ns', 'not-offered'],
		['choice', 'na', 'not-offered'],
		['choice', 1, 'wrong-type'],
		['choice', null, 'wrong-type'],
		['choice', ['a'], 'wrong-type'],
		['choice', { option: 'other' }, 'wrong-type'],
		['choice', { option: 'other', text: 7 }, 'wrong-type'],
		['choice', { option: 'c', text: 'x' }, 'unknown-option'],
		['choice', { option: 'a', text: 'x' }, 'no-input'],
		['choice', { option: 'other', text: 'longer' }, 'too-long'],
		['choice', { option: 'other', text: '\0' }, 'unusable-character'],
		['choice', { option: 'other', text: 'x', more: 1 }, 'unknown-key'],
		['choice', JSON.parse('{"option":"other","text":"x","__proto__":1}'), 'unknown-key'],
		['choices', 'a', 'wrong-type'],
		['choices', { 0: 'a' }, 'wrong-type'],
		['choices', ['c'], 'unknown-option'],
		['choices', [1], 'unknown-option'],
		['choices', [['a']], 'unknown-option'],
		['choices', ['a', 'a'], 'duplicate-option'],
		['choices', ['a', 'none'], 'exclusive-option'],
		['choices', ['none', 'a'], 'exclusive-option'],
		['choices', ['none', 'none'], 'exclusive-option'],
		['split', { a: 9 }, 'wrong-sum'],
		['split', { a: 9, b: 2 }, 'wrong-sum'],
		['split', {}, 'wrong-sum'],
		['split', { a: 9.5, b: 0.5 }, 'out-of-range'],
		['split', { a: 11, b: -1 }, 'out-of-range'],
		['split', { a: '10' }, 'out-of-range'],
		['split', { c: 10 }, 'unknown-option'],
		['split', JSON.parse('{"__proto__":10}'), 'unknown-option'],
		['split', [10], 'wrong-type'],
		['number', '5', 'wrong-type'],
		['number', NaN, 'wrong-type'],
		['number', Infinity, 'wrong-type'],
		['number', -0.5, 'out-of-range'],
		['number', 100.5, 'out-of-range'],
		['number', 1e308, 'out-of-range'],
		['number', 0.25, 'too-many-decimals'],
		['number', 0.1 + 0.2, 'too-many-decimals'],
		['number', 0.3, 'off-step'],
		['number', 'ns', 'not-offered'],
		['whole', 1.5, 'too-many-decimals'],
		['text', 5, 'wrong-type'],
		['text', 'sixsix', 'too-long'],
		['text', '🙂🙂🙂🙂🙂🙂', 'too-long'],
		['text', 'a\0b', 'unusable-character'],
		['text', 'a\ud800', 'unusable-character'],
		['text', '\udc00a', 'unusable-character'],
		['date', '2023-02-29', 'no-such-date'],
		['date', '1900-02-29', 'no-such-date'],
		['date', '2024-04-31', 'no-such-date'],
		['date', '2024-13-01', 'no-such-date'],
		['date', '2024-00-10', 'no-such-date'],
		['date', '2024-01-00', 'no-such-date'],
		['date', '24-01-01', 'wrong-type'],
		['date', '2024-01-01T00:00', 'wrong-type'],
		['date', 20240101, 'wrong-type']
	])('%s: %j is %s', (name, value, code) => {
		expect(checkValue(questions[name], value)).toMatchObject([{ code, level: 'error', where: `answers.${name}` }]);
	});

	test('in words that name what was expected and what was found', () => {
		expect(checkValue(questions.choice, 'c').map(sentence)).toEqual([
			'expected one of a, b, other, none, found "c". Use the id of an option.'
		]);
		expect(checkValue(questions.number, 100.5).map(sentence)).toEqual([
			'expected a number from 0 to 100, found 100.5. Give a number in this range.'
		]);
		expect(checkValue(questions.choices, ['a', 'none']).map(sentence)).toEqual([
			'expected "none" alone, found 2 options. Leave out this option, or all others.'
		]);
	});

	test('and a megabyte of text is not repeated', () => {
		const long = 'x'.repeat(2 ** 20);
		for (const each of Object.values(questions)) {
			for (const value of [long, [long], { [long]: 10 }, { option: long, text: long }]) {
				expect(checkValue(each, value).map(sentence).join('').length).toBeLessThan(300);
			}
		}
	});
});

test('every number with the declared decimals passes, however it is written', () => {
	const decimals = fc.integer({ min: 0, max: 6 });
	const digits = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
	fc.assert(
		fc.property(decimals, digits, (decimals, digits) => {
			const step = Number(`1e-${decimals}`);
			const wide = { ...range, min: -1e9, max: 1e9, step, decimals };
			const value = Number(`${digits}e-${decimals}`);
			expect(checkValue(question({ id: 'q', type: 'number', number: wide }), value)).toEqual([]);
		})
	);
});

test('nothing makes the check throw', () => {
	const ids = Object.keys(questions) as Name[];
	fc.assert(
		fc.property(fc.constantFrom(...ids), fc.oneof(fc.jsonValue(), fc.anything()), (name, value) => {
			for (const problem of checkValue(questions[name], value)) expect(problem.where).toBe(`answers.${name}`);
		}),
		{ numRuns: 1000 }
	);
});
