import { describe, expect, test } from 'vitest';
import { find } from '#core/findings/find.ts';
import type { Finding } from '#core/findings/findings.ts';
import { EVEN_WITHIN } from '#core/findings/headline.ts';
import { MOST_PATTERNS } from '#core/findings/patterns.ts';
import type { Condition } from '#core/instrument/condition.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import { answersTo } from '../../support/answers.ts';
import { flagshipBands, instrument, option, type SomeQuestion } from '../../support/instrument.ts';

const found = (tiny: Instrument, values: Values): readonly Finding[] => {
	const answers = answersTo(tiny, values);
	return find(tiny, answers, score(tiny, answers));
};
const ofKind = <K extends Finding['kind']>(findings: readonly Finding[], kind: K) =>
	findings.filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind);

/** A question that takes any score in tenths as its answer. */
const exact = (id: string, index = id, more: Partial<SomeQuestion> = {}): SomeQuestion => ({
	id,
	type: 'number',
	number: {
		min: 0,
		max: 1000,
		step: 1,
		decimals: 0,
		unit: null,
		anchors: [
			[0, 0],
			[1000, 1000]
		]
	},
	feeds: { [index]: 1 },
	...more
});

describe('the headline', () => {
	const parts = ['value', 'number', 'win-rate', 'cycle'];
	const tones = {
		low: ['at-risk', 'developing'],
		middle: ['average-performer'],
		high: ['high-performer', 'world-class']
	};
	const company = { id: 'company', of: Object.fromEntries(parts.map((id) => [id, 1])), bands: 'company' };
	const tiny = instrument({
		questions: parts.map((id) => exact(id)),
		indices: [...parts.map((id) => ({ id })), company],
		bands: flagshipBands,
		tones
	});
	const headline = (of: Instrument, ...scores: readonly number[]) =>
		ofKind(found(of, Object.fromEntries(scores.map((tenths, n) => [parts[n] ?? '', tenths]))), 'headline')[0] ?? null;

	test.each<[string, readonly number[], string | null, string | null, string]>([
		['names strongest and weakest', [700, 500, 800, 600], 'win-rate', 'number', 'middle'],
		['the first of equals, at either end', [800, 500, 800, 500], 'value', 'number', 'middle'],
		['a difference that just counts', [600, 600, 600, 600 + EVEN_WITHIN], 'cycle', 'value', 'middle'],
		['a difference that does not', [600, 600, 600, 599 + EVEN_WITHIN], null, null, 'middle'],
		['a low tone', [300, 500, 400, 200], 'number', 'cycle', 'low'],
		['a high tone by the whole number shown', [695, 695, 695, 695], null, null, 'high']
	])('%s', (_, scores, strongest, weakest, tone) => {
		expect(headline(tiny, ...scores)).toEqual({ kind: 'headline', strongest, weakest, tone });
	});

	test('is not there without a company index', () => {
		expect(headline(tiny, 700, 500, 800)).toBeNull();
		expect(
			headline(
				instrument({ questions: parts.map((id) => exact(id)), indices: parts.map((id) => ({ id })), tones }),
				700,
				500
			)
		).toBeNull();
	});

	test('is not there without a tone for the band', () => {
		expect(headline({ ...tiny, tones: { ...tones, middle: [] } }, 600, 600, 600, 600)).toBeNull();
	});

	test('compares parts that count only', () => {
		const indices = tiny.indices.map((index) =>
			index.of === null ? index : { ...index, of: { ...index.of, cycle: 0 } }
		);
		expect(headline({ ...tiny, indices }, 600, 700, 650, 0)).toMatchObject({ strongest: 'number', weakest: 'value' });
	});
});

describe('key areas', () => {
	const areas = ['a', 'b', 'c', 'd', 'e', 'f'];
	const tiny = (home: (id: string) => string, more: (id: string) => Partial<SomeQuestion> = () => ({})) =>
		instrument({
			questions: areas.map((id) => exact(id, 'value', { area: id, ...more(id) })),
			indices: [{ id: 'value' }],
			areas: areas.map((id) => ({ id, index: home(id) }))
		});
	const told = (of: Instrument, ...scores: readonly number[]) =>
		ofKind(found(of, Object.fromEntries(scores.map((tenths, n) => [areas[n] ?? '', tenths]))), 'key-area')
			.map(({ area }) => area)
			.join('');

	test.each<[string, (id: string) => string, readonly number[], string]>([
		['worst first, then what to keep', (id) => id, [400, 500, 300, 800, 900, 600], 'cabed'],
		['more to mend where there is less to keep', (id) => id, [400, 500, 300, 800, 600, 650], 'cabed'],
		['nothing but what to keep', (id) => id, [900, 800, 850, 950, 700, 1000], 'fdacb'],
		['two of one index at most', (id) => (id < 'd' ? 'x' : id), [100, 200, 300, 400, 800, 900], 'abdfe'],
		['more of one index rather than fewer than five', () => 'x', [100, 200, 300, 400, 800, 900], 'abcdf'],
		['equal ones by id', (id) => id, [500, 500, 500, 500, 500, 500], 'abcde'],
		['fewer than five where no more were answered', (id) => id, [500, 800], 'ab'],
		['none where nothing was answered', (id) => id, [], '']
	])('%s', (_, home, scores, expected) => {
		expect(told(tiny(home), ...scores)).toBe(expected);
	});

	test('say what they rest on', () => {
		const [first] = ofKind(
			found(
				tiny((id) => id),
				{ a: 300 }
			),
			'key-area'
		);
		expect(first).toEqual({ kind: 'key-area', area: 'a', verdict: 'stop', priority: 800 * 700, because: ['a'] });
	});

	test('never rest on results alone', () => {
		expect(
			told(
				tiny(
					(id) => id,
					(id) => ({ result: id === 'a' })
				),
				0,
				500
			)
		).toBe('b');
	});
});

describe('patterns', () => {
	const is = (question: string, ...options: string[]): Condition => ({ kind: 'is', question, options });
	const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
	const scored = (id: string, area: string | null = null): SomeQuestion => ({ id, area, feeds: { value: 1 } });
	const base = {
		questions: [
			scored('good', 'strong'),
			scored('bad', 'weak'),
			scored('worse', 'weaker'),
			{ id: 'lost', type: 'choice' as const, options: [option('price')] }
		],
		indices: [{ id: 'value' }],
		areas: ['strong', 'weak', 'weaker'].map((id) => ({ id }))
	};
	const values: Values = { good: '5', bad: '2', worse: '1', lost: 'ns' };
	const shown = (
		patterns: readonly {
			id: string;
			when: Condition;
			weight?: number;
			strength?: boolean;
			about?: 'company' | 'personal';
		}[],
		given = values
	) => ofKind(found(instrument({ ...base, patterns }), given), 'pattern');

	test('hold by their condition, with the answers that made them in the order asked', () => {
		const when = all(
			is('lost', 'ns'),
			{ kind: 'any', of: [is('bad', '2'), is('worse', '5')] },
			{ kind: 'not', of: is('good', '1') }
		);
		expect(
			shown([
				{ id: 'masked', when },
				{ id: 'absent', when: is('good', '1') }
			])
		).toEqual([{ kind: 'pattern', pattern: 'masked', lifted: true, because: ['good', 'bad', 'lost'] }]);
	});

	test('stand strengths first, so that good news is never what the limit cuts off', () => {
		const when = is('good', '5');
		const patterns = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
			id,
			when,
			weight: id === 'e' ? 1 : 9,
			strength: id === 'e'
		}));
		expect(shown(patterns).map(({ pattern }) => pattern)).toEqual(['e', 'a', 'b', 'c']);
	});

	test('do not rest on questions without an answer', () => {
		const when: Condition = { kind: 'any', of: [is('good', '5'), { kind: 'answered', question: 'bad' }] };
		expect(shown([{ id: 'half', when }], { good: '5' })[0]?.because).toEqual(['good']);
	});

	test('may rest on scores', () => {
		const when = all(
			{ kind: 'verdict', question: 'good', verdicts: ['keep'] },
			{ kind: 'area', area: 'weak', test: 'below', value: 30 },
			{ kind: 'index', index: 'value', test: 'from', value: 42 }
		);
		expect(shown([{ id: 'deep', when }])).toEqual([
			{ kind: 'pattern', pattern: 'deep', lifted: true, because: ['good'] }
		]);
	});

	test('stand by weight and then by id, at most four of the company and four of the person', () => {
		const when = is('good', '5');
		const company = ['d', 'b', 'a', 'c', 'e'].map((id) => ({ id, when, weight: id === 'e' ? 9 : 5 }));
		const personal = ['z', 'y'].map((id) => ({ id, when, weight: 10, about: 'personal' as const }));
		const order = shown([...personal, ...company]);
		expect(order.map(({ pattern }) => pattern).join('')).toBe('eabcyz');
		expect(company.length).toBeGreaterThan(MOST_PATTERNS);
	});

	test('the one whose areas need most is lifted, of those that are shown of the company', () => {
		const patterns = [
			{ id: 'light', when: is('bad', '2'), weight: 9 },
			{ id: 'heavy', when: all(is('bad', '2'), is('worse', '1')), weight: 1 },
			{
				id: 'mine',
				when: all(is('good', '5'), is('bad', '2'), is('worse', '1')),
				weight: 9,
				about: 'personal' as const
			}
		];
		expect(shown(patterns).map(({ pattern, lifted }) => [pattern, lifted])).toEqual([
			['light', false],
			['heavy', true],
			['mine', false]
		]);
	});

	test('of equals the first is lifted', () => {
		const patterns = ['b', 'a'].map((id) => ({ id, when: is('bad', '2') }));
		expect(shown(patterns).map(({ pattern, lifted }) => [pattern, lifted])).toEqual([
			['a', true],
			['b', false]
		]);
	});
});

describe('what is not known', () => {
	const tiny = instrument({
		questions: [
			{ id: 'b', feeds: { value: 1 } },
			{ id: 'a' },
			{ id: 'c', when: { kind: 'is', question: 'b', options: ['1'] } }
		],
		indices: [{ id: 'value' }]
	});

	test('is listed in the order asked, off the path nothing', () => {
		expect(found(tiny, { a: 'ns', b: 'ns', c: 'ns' })).toEqual([
			{ kind: 'unknown', question: 'b' },
			{ kind: 'unknown', question: 'a' }
		]);
		expect(found(tiny, { b: '1', c: 'ns', a: 'na' })).toEqual([{ kind: 'unknown', question: 'c' }]);
	});
});

test('findings stand in the order of the report', () => {
	const tiny = instrument({
		questions: [exact('value', 'value', { area: 'area' }), { id: 'open' }],
		indices: [{ id: 'value' }, { id: 'company', of: { value: 1 }, bands: 'company' }],
		areas: [{ id: 'area' }],
		bands: flagshipBands,
		tones: { low: [], middle: [], high: ['world-class'] },
		patterns: [{ id: 'pattern', when: { kind: 'answered', question: 'value' } }]
	});
	expect(found(tiny, { value: 900, open: 'ns' }).map(({ kind }) => kind)).toEqual([
		'headline',
		'key-area',
		'pattern',
		'unknown'
	]);
});
