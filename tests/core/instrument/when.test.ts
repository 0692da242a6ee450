// The "when" of front matter and the braces of headings, as the conditions that they mean.
import { describe, expect, test } from 'vitest';
import { readBraces, readHeading } from '#core/instrument/braces.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { Ledger } from '#core/instrument/ledger.ts';
import { readWhen } from '#core/instrument/when.ts';

const is = (question: string, ...options: string[]): Condition => ({ kind: 'is', question, options });
const answered = (question: string): Condition => ({ kind: 'answered', question });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });

describe('when', () => {
	test.each<[string, unknown, Condition]>([
		['an option', { q: 'a' }, is('q', 'a')],
		['one of several options', { q: ['a', 'b'] }, is('q', 'a', 'b')],
		["don't know", { q: 'ns' }, is('q', 'ns')],
		['another option', { q: { not: 'a' } }, all(answered('q'), not(is('q', 'a')))],
		['none of several options', { q: { not: ['a', 'b'] } }, all(answered('q'), not(is('q', 'a', 'b')))],
		['below', { q: { below: 10 } }, { kind: 'below', question: 'q', value: 10 }],
		['from', { q: { from: 10.5 } }, { kind: 'from', question: 'q', value: 10.5 }],
		[
			'a range',
			{ q: { from: 1, below: 3 } },
			all({ kind: 'from', question: 'q', value: 1 }, { kind: 'below', question: 'q', value: 3 })
		],
		['answered', { answered: 'q' }, answered('q')],
		['all', { all: [{ q: 'a' }, { p: 'b' }] }, all(is('q', 'a'), is('p', 'b'))],
		['any', { any: [{ q: 'a' }] }, any(is('q', 'a'))],
		['not', { not: { q: 'a' } }, not(is('q', 'a'))],
		['two questions in one mapping mean both', { q: 'a', p: 'b' }, all(is('q', 'a'), is('p', 'b'))],
		[
			'the mean of a group',
			{ group: { managers: { q: { from: 70 } } } },
			{ kind: 'group', group: 'managers', question: 'q', test: 'from', value: 70 }
		],
		['a gap', { gap: { q: { from: 20 } } }, { kind: 'gap', question: 'q', test: 'from', value: 20 }],
		['a share that is not known', { unknown: { from: 50 } }, { kind: 'unknown', test: 'from', value: 50 }],
		['an index', { index: { i: { below: 55 } } }, { kind: 'index', index: 'i', test: 'below', value: 55 }],
		[
			'two indices in one mapping mean both',
			{ index: { i: { from: 70 }, j: { below: 55 } } },
			all(
				{ kind: 'index', index: 'i', test: 'from', value: 70 },
				{ kind: 'index', index: 'j', test: 'below', value: 55 }
			)
		],
		['an area', { area: { a: { from: 70 } } }, { kind: 'area', area: 'a', test: 'from', value: 70 }],
		['a verdict', { verdict: { q: 'stop' } }, { kind: 'verdict', question: 'q', verdicts: ['stop'] }],
		[
			'one of two verdicts',
			{ verdict: { q: ['stop', 'change'] } },
			{ kind: 'verdict', question: 'q', verdicts: ['stop', 'change'] }
		],
		[
			'nested',
			{ any: [{ not: { all: [{ q: 'a' }, { answered: 'p' }] } }, { q: 'b' }] },
			any(not(all(is('q', 'a'), answered('p'))), is('q', 'b'))
		]
	])('%s', (_name, data, expected) => {
		const ledger = new Ledger();
		expect(readWhen(data, ['when'], { ledger, place: () => 'x:1' })).toEqual(expected);
		expect(ledger.problems).toEqual([]);
	});

	test.each<[string, unknown, string]>([
		['nothing', null, 'x:when'],
		['a word', 'owner', 'x:when'],
		['a list', [{ q: 'a' }], 'x:when'],
		['a test within', { all: [{ q: 'a' }, { p: { above: 3 } }] }, 'x:when.all.1.p.above'],
		['a number for an option', { q: ['a', 5] }, 'x:when.q'],
		['a mapping of another kind', { q: { not: 'a', below: 3 } }, 'x:when.q.not'],
		['a name that is no id', { Q: 'a' }, 'x:when.Q'],
		['an index without a test', { index: { i: 55 } }, 'x:when.index.i'],
		['an index without a name', { index: {} }, 'x:when.index'],
		['a verdict that is none', { verdict: { q: ['stop', 'go'] } }, 'x:when.verdict.q'],
		['answered with a list', { answered: ['q'] }, 'x:when.answered']
	])('refuses %s where it stands', (_name, data, where) => {
		const ledger = new Ledger();
		const place = (keys: readonly (string | number)[] = []): string => `x:${keys.join('.')}`;
		expect(readWhen(data, ['when'], { ledger, place })).toBeNull();
		expect(ledger.problems.map((problem) => problem.where)).toEqual([where]);
	});
});

describe('braces', () => {
	test.each<[string, Condition]>([
		['q=a', is('q', 'a')],
		['q=a|b', is('q', 'a', 'b')],
		[' q = a | b , p=c ', all(is('q', 'a', 'b'), is('p', 'c'))],
		['q<10', { kind: 'below', question: 'q', value: 10 }],
		['q>=2.5', { kind: 'from', question: 'q', value: 2.5 }],
		['index.win-rate<55', { kind: 'index', index: 'win-rate', test: 'below', value: 55 }],
		['area.access>=70', { kind: 'area', area: 'access', test: 'from', value: 70 }],
		['verdict.walk-away=stop|change', { kind: 'verdict', question: 'walk-away', verdicts: ['stop', 'change'] }]
	])('{%s}', (braces, expected) => {
		const ledger = new Ledger();
		expect(readBraces(braces, 'x:1', ledger)).toEqual(expected);
		expect(ledger.problems).toEqual([]);
	});

	test.each(['', 'q', 'q=', '=a', 'q<many', 'q<=5', 'q=a,', 'name.q=a', 'Q=a'])('refuses {%s}', (braces) => {
		const ledger = new Ledger();
		expect(readBraces(braces, 'x:1', ledger)).toBeNull();
		expect(ledger.problems.map(({ where }) => where)).toEqual(['x:1']);
	});

	test.each([
		['Keep', { keyword: 'Keep', braces: null }],
		['Keep {q=a}', { keyword: 'Keep', braces: 'q=a' }],
		['{even, tone=low}', { keyword: '', braces: 'even, tone=low' }],
		['potential: major', { keyword: 'potential: major', braces: null }]
	])('heading %s', (heading, expected) => {
		expect(readHeading(heading, 'x:1', new Ledger())).toEqual(expected);
	});

	test.each(['Keep {q=a', 'Keep q=a}', 'Keep {q=a} always', 'Keep {{answer}}', ''])(
		'heading "%s" is refused',
		(heading) => {
			const ledger = new Ledger();
			expect(readHeading(heading, 'x:1', ledger)).toBeNull();
			expect(ledger.problems).toHaveLength(1);
		}
	);
});
