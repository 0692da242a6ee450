// Conditions as a table of truth.
import { describe, expect, test } from 'vitest';
import type { Condition } from '#core/instrument/condition.ts';
import { holds, type Facts } from '#core/instrument/holds.ts';
import type { Verdict } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';

const knowing = (values: Readonly<Record<string, Value>>): Facts => ({ value: (question) => values[question] });
const nothing = knowing({});

const is = (...options: string[]): Condition => ({ kind: 'is', question: 'q', options });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const answered: Condition = { kind: 'answered', question: 'q' };
const below = (value: number): Condition => ({ kind: 'below', question: 'q', value });
const from = (value: number): Condition => ({ kind: 'from', question: 'q', value });

describe('answers', () => {
	test.each<[string, Condition, Value | undefined, boolean]>([
		['the option chosen', is('a'), 'a', true],
		['another option', is('a'), 'b', false],
		['one of several options', is('a', 'b'), 'b', true],
		['no answer', is('a'), undefined, false],
		['several choices that contain it', is('a'), ['b', 'a'], true],
		['several choices that do not', is('a'), ['b', 'c'], false],
		['no choice at all', is('a'), [], false],
		['an option with a text beside it', is('other'), { option: 'other', text: 'a' }, true],
		['the text beside an option', is('a'), { option: 'other', text: 'a' }, false],
		['points of a split', is('a'), { a: 10 }, false],
		['a split with an option called option', is('option'), { option: 10 }, false],
		['a number', is('5'), 5, false],
		["don't know, not named", is('a'), 'ns', false],
		["don't know, named", is('a', 'ns'), 'ns', true],
		['does not apply, named', is('na'), 'na', true],
		['does not apply, not named', is('ns'), 'na', false],

		['answered with an option', answered, 'a', true],
		['answered with zero', answered, 0, true],
		['answered with points', answered, { a: 10 }, true],
		['answered with a text', answered, 'Something', true],
		['answered with an empty text', answered, '', false],
		['answered with an empty list', answered, [], false],
		["answered with don't know", answered, 'ns', false],
		['answered with does not apply', answered, 'na', false],
		['not answered', answered, undefined, false],

		['below the bound', below(10), 9.9, true],
		['on the bound is not below', below(10), 10, false],
		['on the bound is from', from(10), 10, true],
		['under the bound is not from', from(10), 9, false],
		['no number is not below', below(10), undefined, false],
		['no number is not from', from(0), undefined, false],
		["don't know is not below", below(10), 'ns', false],
		['digits in a text are no number', from(1), '5', false],

		['not the option, another chosen', not(is('a')), 'b', true],
		['not the option, chosen', not(is('a')), 'a', false],
		['not the option, no answer', not(is('a')), undefined, true],
		['answered and not the option', all(answered, not(is('a'))), 'b', true],
		['answered and not the option, no answer', all(answered, not(is('a'))), undefined, false],
		["answered and not the option, don't know", all(answered, not(is('a'))), 'ns', false],

		['all of two, both', all(is('a'), is('b')), ['a', 'b'], true],
		['all of two, one', all(is('a'), is('b')), ['a'], false],
		['any of two, one', any(is('a'), is('b')), ['b'], true],
		['any of two, none', any(is('a'), is('b')), ['c'], false],
		['a range, inside', all(from(5), below(10)), 7, true],
		['a range, outside', all(from(5), below(10)), 12, false]
	])('%s', (_name, condition, value, expected) => {
		expect(holds(condition, value === undefined ? nothing : knowing({ q: value }))).toBe(expected);
	});

	test('no condition always holds', () => expect(holds(null, nothing)).toBe(true));
});

describe('scores', () => {
	const scored = (tenths: number | null): Facts => ({ ...nothing, index: () => tenths, area: () => tenths });

	test.each<['index' | 'area', 'below' | 'from', number, number | null, boolean]>([
		// An index counts as the whole number that is shown, half up.
		['index', 'from', 55, 545, true],
		['index', 'from', 55, 544, false],
		['index', 'below', 55, 544, true],
		['index', 'below', 55, 545, false],
		['index', 'from', 100, 995, true],
		['index', 'from', 0, 0, true],
		['index', 'below', 55, null, false],
		['index', 'from', 0, null, false],
		// An area counts exactly.
		['area', 'from', 55, 549, false],
		['area', 'from', 55, 550, true],
		['area', 'below', 55, 549, true],
		['area', 'from', 54.9, 549, true],
		['area', 'below', 30.1, 300, true],
		['area', 'below', 55, null, false]
	])('%s %s %d at %s tenths: %s', (kind, bound, value, tenths, expected) => {
		const condition: Condition =
			kind === 'index' ? { kind, index: 'i', test: bound, value } : { kind, area: 'a', test: bound, value };
		expect(holds(condition, scored(tenths))).toBe(expected);
	});

	test.each<[readonly Verdict[], Verdict | null, boolean]>([
		[['stop'], 'stop', true],
		[['stop', 'change'], 'change', true],
		[['stop'], 'keep', false],
		[['keep', 'change', 'stop'], null, false]
	])('verdict %s with %s: %s', (verdicts, verdict, expected) => {
		const condition: Condition = { kind: 'verdict', question: 'q', verdicts };
		expect(holds(condition, { ...nothing, verdict: () => verdict })).toBe(expected);
	});

	test('facts that do not know scores make every test of them false', () => {
		const tests: readonly Condition[] = [
			{ kind: 'index', index: 'i', test: 'from', value: 0 },
			{ kind: 'area', area: 'a', test: 'from', value: 0 },
			{ kind: 'verdict', question: 'q', verdicts: ['keep', 'change', 'stop'] }
		];
		for (const condition of tests) expect(holds(condition, nothing)).toBe(false);
	});
});

describe('several respondents', () => {
	const group: Condition = { kind: 'group', group: 'managers', question: 'q', test: 'from', value: 70 };
	const gap: Condition = { kind: 'gap', question: 'q', test: 'from', value: 20 };
	const unknown: Condition = { kind: 'unknown', test: 'from', value: 50 };
	const several = (tenths: number | null): Facts => ({
		value: () => undefined,
		group: (name, question) => (name === 'managers' && question === 'q' ? tenths : null),
		gap: (question) => (question === 'q' ? tenths : null),
		unknown: () => tenths
	});

	test.each<[string, Condition, Facts, boolean]>([
		['a mean on the bound', group, several(700), true],
		['a mean a tenth below it', group, several(699), false],
		['too few in the group', group, several(null), false],
		['another group', { ...group, group: 'sellers' }, several(1000), false],
		['a mean with one respondent', group, nothing, false],
		['a gap on the bound', gap, several(200), true],
		['a gap a tenth below it', gap, several(199), false],
		['a gap with one respondent', gap, nothing, false],
		['no gap is not a small one', { ...gap, test: 'below' }, nothing, false],
		['half of them did not know', unknown, several(50), true],
		['fewer than half did not know', unknown, several(49), false],
		['unknown with one respondent', unknown, nothing, false]
	])('%s', (_what, condition, facts, expected) => {
		expect(holds(condition, facts)).toBe(expected);
	});
});
