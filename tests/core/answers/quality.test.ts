import { describe, expect, test } from 'vitest';
import { flagsOf, statusOf, type Evidence, type RawAnswer } from '#core/answers/flags.ts';
import { evidenceOf, quality, type Known, type Timing } from '#core/answers/quality.ts';
import { figuresOf } from '#core/answers/raised.ts';
import type { Values } from '#core/instrument/value.ts';
import { answersTo } from '../../support/answers.ts';
import { instrument, scale, type SomeQuestion } from '../../support/instrument.ts';
import { vectorsOf } from '../../support/vectors.ts';

describe('the worked cases', () => {
	type Expected = { longest: number; strong: string[]; weak: string[]; status: 'included' | 'excluded' };
	test.each(vectorsOf<Omit<Evidence, 'complete'>, Expected>('quality'))('$id', ({ input, expected }) => {
		expect(flagsOf({ ...input, complete: true })).toEqual(expected);
	});
});

const clean: Evidence = {
	pages: [],
	totalSeconds: 0,
	medianSeconds: 0,
	medianN: 0,
	blocks: [],
	pairs: [],
	attentionFailed: 0,
	complete: true
};
const block = (raws: readonly (number | null)[], reverse = false): readonly RawAnswer[] =>
	raws.map((raw) => [raw, reverse]);
const same = (raw: number, times: number): readonly number[] => Array.from({ length: times }, () => raw);
const mixed = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];

describe('a rule at its edge', () => {
	test.each<[string, Partial<Evidence>, readonly string[]]>([
		['nothing at all', {}, []],
		['two seconds a question are enough', { pages: [[20, 10]] }, []],
		[
			'less on half of the pages is not',
			{
				pages: [
					[19, 10],
					[20, 10]
				]
			},
			['SPEED_PAGE']
		],
		[
			'less on a third is',
			{
				pages: [
					[19, 10],
					[20, 10],
					[20, 10]
				]
			},
			[]
		],
		['a third of the median is enough', { totalSeconds: 100, medianSeconds: 300, medianN: 50 }, []],
		['less is not', { totalSeconds: 99, medianSeconds: 300, medianN: 50 }, ['SPEED_TOTAL']],
		['but fifty were needed for a median', { totalSeconds: 99, medianSeconds: 300, medianN: 49 }, []],
		['seven alike', { blocks: [block(same(4, 7))] }, []],
		['eight alike', { blocks: [block(same(4, 8))] }, ['STRAIGHT_BLOCK']],
		['eight alike against the key', { blocks: [block(same(4, 8), true)] }, ['STRAIGHT_ALL']],
		['eight alike and one other', { blocks: [block([...same(4, 8), 5])] }, []],
		['a run of nine', { blocks: [block([...same(4, 9), 1, 5])] }, []],
		['a run of ten', { blocks: [block([...same(4, 10), 1, 5])] }, ['LONGSTRING']],
		['a run of less than half', { blocks: [block([...mixed, 1, ...same(4, 10)])] }, []],
		['a run across blocks', { blocks: [block([1, 5, ...same(4, 5)]), block(same(4, 5))] }, ['LONGSTRING']],
		[
			'unanswered ones do not break a run',
			{ blocks: [block([1, 5, ...same(4, 5), null, ...same(4, 5)])] },
			['LONGSTRING']
		],
		['nor do they lengthen it', { blocks: [block([1, 5, ...same(4, 9), null, null])] }, []],
		['ten that hardly differ', { blocks: [block([4, 4, 4, 4, 5, 4, 4, 4, 4, 4])] }, ['LOW_IRV']],
		['ten with a variance of 0.18', { blocks: [block([4, 4, 4, 4, 5, 4, 4, 5, 4, 4])] }, []],
		['nine that are alike', { blocks: [block([4, 4, 4, 4]), block([4, 4, 4, 4, 4])] }, []],
		['one contradiction', { pairs: [[5, 5]] }, []],
		[
			'two contradictions',
			{
				pairs: [
					[5, 5],
					[3, 3]
				]
			},
			['INCONSISTENT']
		],
		[
			'two that are slightly off',
			{
				pairs: [
					[4, 4],
					[3, 4]
				]
			},
			[]
		],
		['one instruction missed', { attentionFailed: 1 }, ['ATTENTION']],
		['no index', { complete: false }, ['INCOMPLETE']],
		['thirty answers in ten seconds', { pace: { answered: 30, seconds: 10 } }, []],
		['thirty answers in less', { pace: { answered: 30, seconds: 9.99 } }, ['TIME_FLOOR']],
		['nine at once', { pace: { answered: 9, seconds: 0 } }, []],
		['ten at once', { pace: { answered: 10, seconds: 0 } }, ['TIME_FLOOR']],
		['the field that nobody sees, empty', { trapped: false }, []],
		['the field that nobody sees', { trapped: true }, ['HONEYPOT']]
	])('%s', (_, evidence, flags) => {
		const { strong, weak } = flagsOf({ ...clean, ...evidence });
		expect([...strong, ...weak]).toEqual(flags);
	});

	test.each<[string, Partial<Evidence>, 'included' | 'excluded']>([
		['one weak flag', { attentionFailed: 1 }, 'included'],
		['two weak flags', { attentionFailed: 1, blocks: [block(same(4, 8))] }, 'excluded'],
		['one strong flag', { attentionFailed: 2 }, 'excluded'],
		['a trap', { trapped: true }, 'excluded'],
		['a pace that nobody keeps', { pace: { answered: 12, seconds: 1 } }, 'excluded']
	])('%s: %#', (_, evidence, status) => {
		expect(flagsOf({ ...clean, ...evidence }).status).toBe(status);
	});
});

test('flags that were kept say the same as when they were raised', () => {
	for (const { input } of vectorsOf<Omit<Evidence, 'complete'>, object>('quality')) {
		const { strong, weak, status } = flagsOf({ ...input, complete: true });
		// The weak one of the two that have the same name is meant.
		if (!strong.includes('ATTENTION')) expect(statusOf([...strong, ...weak])).toBe(status);
	}
});

describe('a response', () => {
	const eight = Array.from({ length: 8 }, (_, n): SomeQuestion => ({ id: `a${n}`, reverse: n === 7 }));
	const tiny = instrument({
		sections: [
			{ id: 'first', questions: eight },
			{
				id: 'second',
				when: { kind: 'is', question: 'a0', options: ['1', '4'] },
				questions: [
					{ id: 'b0', opposite: 'a0' },
					{ id: 'b1', opposite: 'a1' },
					{ id: 'b2', options: scale(7), opposite: 'a2' },
					{ id: 'remark', type: 'text' }
				]
			}
		]
	});
	const different: Values = { a0: '4', a1: '2', a2: '5', a3: '3', a4: '1', a5: '2', a6: '4', a7: '3' };
	const straight: Values = Object.fromEntries(eight.map(({ id }) => [id, '5']));
	const slow: Timing = { first: 60, second: 60 };

	test.each<[string, Values, Timing | undefined, Known | undefined, readonly string[]]>([
		['that was given with care', different, slow, { complete: true, median: { seconds: 130, n: 80 } }, []],
		['without times or anything known', different, undefined, undefined, []],
		['that answers all alike, against the key', straight, slow, undefined, ['STRAIGHT_ALL']],
		['without a company index', different, slow, { complete: false }, ['INCOMPLETE']],
		['with one of two sections in haste', different, { first: 15, second: 60 }, undefined, ['SPEED_PAGE']],
		['much quicker than others', different, slow, { median: { seconds: 361, n: 50 } }, ['SPEED_TOTAL']],
		['as quick, with too few others', different, slow, { median: { seconds: 361, n: 49 } }, []],
		['without times among others who have them', different, {}, { median: { seconds: 361, n: 50 } }, []],
		['that contradicts itself twice', { ...different, a1: '5', b0: '4', b1: '5' }, slow, undefined, ['INCONSISTENT']],
		[
			'that contradicts itself once; seven points do not count',
			{ ...different, b0: '4', b2: '7' },
			slow,
			undefined,
			[]
		],
		['whose times name no section of ours', different, { constructor: 1, third: 1 }, undefined, []]
	])('%s', (_, values, timing, known, flags) => {
		const answers = answersTo(tiny, values);
		const status = flags.some((flag) => flag !== 'SPEED_TOTAL') ? 'excluded' : 'included';
		expect(quality(tiny, answers, timing, known)).toEqual({ flags, status });
	});

	test('is not timed by a section that was not asked', () => {
		const answers = answersTo(tiny, { ...different, a0: '2' });
		expect(quality(tiny, answers, { first: 60, second: 0 }).flags).toEqual([]);
	});

	const twelve = instrument({
		sections: [{ id: 'all', questions: Array.from({ length: 12 }, (_, n) => ({ id: `q${n}` })) }]
	});
	const varied: Values = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`q${n}`, String(1 + (n % 5))]));

	test.each<[string, Timing, Known, readonly string[]]>([
		['sent at once after an hour offline', { all: 60 }, { elapsed: 0.1 }, []],
		['saved by a page without times', {}, { elapsed: 60 }, []],
		['sent at once, without times', {}, { elapsed: 3.9 }, ['TIME_FLOOR']],
		['sent at once, of which no clock is known', {}, {}, []],
		['with the trap filled in', { all: 60 }, { elapsed: 60, trapped: true }, ['HONEYPOT']]
	])('%s', (_, timing, known, flags) => {
		expect(quality(twelve, answersTo(twelve, varied), timing, known).flags).toEqual(flags);
	});

	test('says what raised its flags', () => {
		const figures = (values: Values, timing: Timing, known: Known) =>
			figuresOf(evidenceOf(tiny, answersTo(tiny, values), timing, known));
		const hasty = figures(straight, { first: 3.4 }, { elapsed: 1, median: { seconds: 600.4, n: 50 } });
		expect(hasty).toMatchObject({
			SPEED_PAGE: { quick: 1, pages: 1 },
			SPEED_TOTAL: { seconds: 3, median: 600 },
			STRAIGHT_ALL: { blocks: 1, answers: 8 },
			STRAIGHT_BLOCK: { blocks: 0, answers: 0 },
			LOW_IRV: { answers: 8, spread: 0 },
			LONGSTRING: { longest: 8, answers: 8 },
			TIME_FLOOR: { answered: 8, seconds: 4 }
		});
		const contrary = figures({ ...different, a1: '5', b0: '4', b1: '5' }, slow, {});
		expect(contrary['INCONSISTENT']).toEqual({ pairs: 2, apart: 300 });
	});
});
