// Which keys belong to which type of question.
import { describe, expect, test } from 'vitest';
import { Ledger } from '#core/instrument/ledger.ts';
import { readPage } from '#core/instrument/page.ts';
import { readQuestionFront } from '#core/instrument/question-shape.ts';

const OPTIONS = 'options: [{ id: a, label: A }, { id: b, label: B }]';

/** Front matter of each type that has only what it must have. */
const LEAST: Readonly<Record<string, string>> = {
	scale: OPTIONS,
	choice: OPTIONS,
	choices: OPTIONS,
	split: OPTIONS,
	number: 'min: 0\nmax: 9',
	text: '',
	date: ''
};

/** Keys with a value that fits, and the types that take them. */
const KEYS: readonly (readonly [key: string, value: string, types: readonly string[]])[] = [
	['required', 'true', Object.keys(LEAST)],
	['when', '{ role: owner }', Object.keys(LEAST)],
	['area', 'calls', Object.keys(LEAST)],
	['feeds', '{ reach: 1 }', Object.keys(LEAST)],
	['reverse', 'true', Object.keys(LEAST)],
	['result', 'true', Object.keys(LEAST)],
	['opposite', 'checked', Object.keys(LEAST)],
	['importance-of', '[calls]', Object.keys(LEAST)],
	['unsure', "{ label: Don't know }", Object.keys(LEAST)],
	['not-applicable', '{ label: Does not apply, phrase: did not apply }', Object.keys(LEAST)],
	['scale', 'agreement', ['scale', 'choice']],
	['counts', '{ 1: 0, 2: 100 }', ['choices']],
	['step', '1', ['number']],
	['decimals', '2', ['number']],
	['unit', 'days', ['number']],
	['anchors', '[[0, 0], [9, 100]]', ['number']],
	['quote', 'true', ['text']],
	['help', 'Some', []],
	['constructor', '1', []]
];

const problemsOf = (front: string): readonly string[] => {
	const ledger = new Ledger();
	const page = readPage({ path: 'x.md', text: `---\n${front}\n---\n# Question\n` }, ledger);
	if (page) readQuestionFront(page);
	return ledger.problems.map(({ where, code, found }) => `${where} ${code} ${found}`);
};

describe.each(Object.entries(LEAST))('a question of type %s', (type, least) => {
	const front = [`type: ${type}`, ...(least === '' ? [] : [least])].join('\n');

	test('needs no more', () => expect(problemsOf(front)).toEqual([]));

	test.each(KEYS)('%s: %s', (key, value, types) => {
		const line = front.split('\n').length + 2;
		const expected = types.includes(type) ? [] : [`x.md:${line} unknown-key "${key}"`];
		expect(problemsOf(`${front}\n${key}: ${value}`)).toEqual(expected);
	});
});

test('a question without a type is a scale', () => {
	expect(problemsOf('scale: agreement')).toEqual([]);
	expect(problemsOf('min: 1\nscale: agreement')).toEqual(['x.md:2 unknown-key "min"']);
});

describe('scores', () => {
	test.each([
		['0', []],
		['100', []],
		['12.5', []],
		['0.1', []],
		['99.9', []],
		['-1', ['x.md:2 wrong-score -1']],
		['100.1', ['x.md:2 wrong-score 100.1']],
		['12.34', ['x.md:2 wrong-score 12.34']],
		['"12"', ['x.md:2 wrong-score "12"']],
		['.nan', ['x.md:2 wrong-score NaN']],
		['.inf', ['x.md:2 wrong-score Infinity']],
		['1e3', ['x.md:2 wrong-score 1000']],
		['', ['x.md:2 wrong-score nothing']]
	])('%s', (score, expected) => {
		expect(problemsOf(`options: [{ id: a, label: A, score: ${score} }, { id: b, label: B }]`)).toEqual(expected);
	});
});

describe('ids of options', () => {
	test.each([
		['a', []],
		['1-10', []],
		['over-5000', []],
		['yes', []],
		['"50"', []],
		['50', ['x.md:2 id-needs-quotes the number 50']],
		['1.5', ['x.md:2 id-needs-quotes the number 1.5']],
		['true', ['x.md:2 id-needs-quotes the boolean true']],
		['null', ['x.md:2 wrong-id nothing']],
		['-a', ['x.md:2 wrong-id "-a"']],
		['a_b', ['x.md:2 wrong-id "a_b"']],
		['ä', ['x.md:2 wrong-id "ä"']],
		['constructor', ['x.md:2 wrong-id "constructor"']],
		['a'.repeat(65), [`x.md:2 wrong-id "${'a'.repeat(40)}…"`]]
	])('%s', (id, expected) => {
		expect(problemsOf(`options: [{ id: ${id}, label: A }, { id: b, label: B }]`)).toEqual(expected);
	});
});
