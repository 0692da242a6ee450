// Patterns that ask for groups: found where several answered and their facts are given, and never otherwise.
import { describe, expect, test } from 'vitest';
import { find } from '#core/findings/find.ts';
import { patternsFound, type FactsOfGroups } from '#core/findings/patterns.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { instrument } from '../../support/instrument.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';

const home = (when: Condition) =>
	instrument({
		indices: [{ id: 'trust' }],
		areas: [{ id: 'ground', index: 'trust' }],
		questions: ['a', 'b'].map((id) => ({ id, feeds: { trust: 1 }, area: 'ground' })),
		patterns: [{ id: 'found', when }]
	});

const gap: Condition = { kind: 'gap', question: 'a', test: 'from', value: 20 };
const group: Condition = { kind: 'group', group: 'sellers', question: 'b', test: 'below', value: 30 };
const unknown: Condition = { kind: 'unknown', test: 'from', value: 40 };

const facts: Required<FactsOfGroups> = {
	gap: (question) => (question === 'a' ? 250 : null),
	group: (name, question) => (name === 'sellers' && question === 'b' ? 200 : null),
	unknown: () => 50
};

const patternsOf = (when: Condition, more?: FactsOfGroups) => {
	const one = home(when);
	const values = { a: '4', b: '2' };
	return find(one, answersTo(one, values), scoresOf(one, values), more).filter(({ kind }) => kind === 'pattern');
};

describe.each<[string, Condition, readonly string[]]>([
	['a gap', gap, ['a']],
	['the mean of a group', group, ['b']],
	['what nobody knows', unknown, []],
	['all of them', { kind: 'all', of: [gap, group, unknown] }, ['a', 'b']]
])('a pattern over %s', (_, when, because) => {
	test('holds where the facts are given, with the answers beneath', () => {
		expect(patternsOf(when, facts)).toEqual([{ kind: 'pattern', pattern: 'found', lifted: true, because }]);
	});

	test('is not there for one respondent', () => {
		expect(patternsOf(when)).toEqual([]);
	});

	test('is not there where the groups may not be shown', () => {
		const none: FactsOfGroups = { gap: () => null, group: () => null, unknown: () => null };
		expect(patternsOf(when, none)).toEqual([]);
	});
});

test('what is known of the answers stays as it is', () => {
	const one = home({ kind: 'all', of: [gap, { kind: 'is', question: 'a', options: ['4'] }] });
	const values = { a: '4', b: '2' };
	const found = patternsFound(one, answersTo(one, values), scoresOf(one, values), facts);
	expect(found.map(({ pattern }) => pattern)).toEqual(['found']);
	const other = { a: '3', b: '2' };
	expect(patternsFound(one, answersTo(one, other), scoresOf(one, other), facts)).toEqual([]);
});
