// One rule of scoring at a time.
import { describe, expect, test } from 'vitest';
import { verdictOf } from '#core/scores/bands.ts';
import { score } from '#core/scores/score.ts';
import type { Values } from '#core/instrument/value.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { flagshipBands, instrument, option, type SomeQuestion } from '../../support/instrument.ts';

const fed: Pick<SomeQuestion, 'feeds'> = { feeds: { value: 1 } };

describe('the score of a question', () => {
	const counts = { 1: 250, 2: 500, 4: 1000 };
	const sources = ['a', 'b', 'c', 'd', 'e'].map((id) => option(id));
	const exclusive = [option('none', 0, { exclusive: true }), option('unsure', null, { exclusive: true })];
	const days = {
		min: 0,
		max: 100,
		step: 0.1,
		decimals: 1,
		unit: null,
		anchors: [
			[0, 1000],
			[1000, 0]
		] as const
	};

	test.each<[string, SomeQuestion, Values[string] | null, number | string]>([
		['an option', { id: 'q' }, '4', 750],
		['an option against the key', { id: 'q', reverse: true }, '4', 250],
		[
			'an option with a text',
			{ id: 'q', type: 'choice', options: [option('other', 400, { input: true })] },
			{ option: 'other', text: 'x' },
			400
		],
		['an option without a score', { id: 'q', type: 'choice', options: [option('x')] }, 'x', 'unscored'],
		['the same against the key', { id: 'q', type: 'choice', reverse: true, options: [option('x')] }, 'x', 'unscored'],
		['no answer', { id: 'q' }, null, 'missing'],
		['don’t know', { id: 'q' }, 'ns', 'ns'],
		['does not apply', { id: 'q' }, 'na', 'na'],
		['one of several', { id: 'q', type: 'choices', counts, options: sources }, ['c'], 250],
		['two of several', { id: 'q', type: 'choices', counts, options: sources }, ['c', 'a'], 500],
		['a count between those given', { id: 'q', type: 'choices', counts, options: sources }, ['a', 'b', 'c'], 500],
		[
			'more than the largest count',
			{ id: 'q', type: 'choices', counts, options: sources },
			['a', 'b', 'c', 'd', 'e'],
			1000
		],
		['several against the key', { id: 'q', type: 'choices', counts, options: sources, reverse: true }, ['a'], 750],
		['none of several', { id: 'q', type: 'choices', counts, options: sources }, [], 'missing'],
		[
			'fewer than the smallest count',
			{ id: 'q', type: 'choices', counts: { 2: 500 }, options: sources },
			['a'],
			'unscored'
		],
		['several that are not counted', { id: 'q', type: 'choices', options: sources }, ['a'], 'unscored'],
		['an exclusive option', { id: 'q', type: 'choices', counts, options: exclusive }, ['none'], 0],
		[
			'an exclusive option without a score',
			{ id: 'q', type: 'choices', counts, options: exclusive },
			['unsure'],
			'unscored'
		],
		['a number with decimals', { id: 'q', type: 'number', number: days }, 25.3, 747],
		['a number against the key', { id: 'q', type: 'number', number: days, reverse: true }, 25.3, 253],
		['a number without anchors', { id: 'q', type: 'number', number: { ...days, anchors: [] } }, 25.3, 'unscored'],
		['a number with one anchor', { id: 'q', type: 'number', number: { ...days, anchors: [[500, 600]] } }, 25.3, 600],
		['a text', { id: 'q', type: 'text' }, 'x', 'unscored'],
		['a date', { id: 'q', type: 'date' }, '2026-11-22', 'unscored'],
		['a split', { id: 'q', type: 'split', options: sources }, { a: 10 }, 'unscored'],
		['a question that feeds nothing', { id: 'q', feeds: {} }, '4', 'unscored'],
		['a pilot question', { id: 'q', feeds: { value: 0 } }, '4', 'unscored'],
		['an importance question', { id: 'q', importanceOf: ['area'] }, '4', 'unscored']
	])('%s', (_, question, value, expected) => {
		const tiny = instrument({
			questions: [{ ...fed, ...question }],
			indices: [{ id: 'value' }],
			areas: [{ id: 'area' }]
		});
		const told = scoresOf(tiny, value === null ? {} : { q: value }).questions.q;
		expect(told?.tenths ?? (told?.tenths === null && told.because)).toBe(expected);
		expect(told?.verdict).toBe(typeof expected === 'number' ? verdictOf(expected) : null);
	});

	test.each([
		[1000, 'keep'],
		[700, 'keep'],
		[699, 'change'],
		[301, 'change'],
		[300, 'stop'],
		[0, 'stop']
	])('%d is %s', (tenths, verdict) => {
		expect(verdictOf(tenths)).toBe(verdict);
	});

	test('off the path is told apart from unanswered, and counts nowhere', () => {
		const tiny = instrument({
			questions: [
				{ id: 'a', ...fed },
				{ id: 'b', ...fed, when: { kind: 'is', question: 'a', options: ['1'] } }
			],
			indices: [{ id: 'value' }]
		});
		const scores = scoresOf(tiny, { a: '5', b: '1' });
		expect(scores.questions.b).toEqual({ tenths: null, because: 'off-path', verdict: null });
		expect(scores.indices.value?.tenths).toBe(1000);
		expect(scoresOf(tiny, { a: '1' }).questions.b).toMatchObject({ because: 'missing' });
	});
});

describe('an index', () => {
	const four = (weights: readonly number[] = [1, 1, 1, 1]) =>
		instrument({
			questions: weights.map((weight, n) => ({ id: `q${n}`, feeds: { value: weight } })),
			indices: [{ id: 'value', bands: 'company', potential: 'potential' }, { id: 'empty' }],
			bands: flagshipBands
		});
	const given = (...raws: readonly (string | null)[]): Values =>
		Object.fromEntries(raws.flatMap((raw, n) => (raw === null ? [] : [[`q${n}`, raw]])));

	test.each<[string, readonly number[] | undefined, Values, number | string]>([
		['the weighted mean, half up', [1, 2, 3, 2], given('5', '4', '3', '4'), 688],
		['does not count weight 0', [1, 1, 1, 0], given('5', '5', '5', '1'), 1000],
		['nothing asked', [0, 0], given('5', '5'), 'not-asked'],
		['half not applicable', undefined, given('na', 'na', '4', '4'), 'too-few-answers'],
		['more than half not applicable', undefined, given('na', 'na', 'na', '4'), 'mostly-not-applicable'],
		['everything not applicable', undefined, given('na', 'na', 'na', 'na'), 'mostly-not-applicable'],
		['two of four answered', undefined, given('4', '4', null, null), 'too-few-answers'],
		['three of four answered', undefined, given('4', '4', '4', 'ns'), 750],
		['three light ones of four', [1, 1, 1, 2], given('4', '4', '4', 'ns'), 'too-little-answered'],
		['both of two', [1, 1], given('4', '5'), 875],
		['one of two', [1, 1], given('4', null), 'too-few-answers'],
		['the only one', [1], given('2'), 250],
		['nothing answered', undefined, {}, 'too-few-answers']
	])('%s', (_, weights, values, expected) => {
		const told = scoresOf(four(weights), values).indices.value;
		expect(told?.tenths ?? (told?.tenths === null && told.because)).toBe(expected);
	});

	test('reads band and potential on the whole number', () => {
		const told = (tenths: number) => {
			const tiny = instrument({
				questions: [{ id: 'q', type: 'choice', options: [option('x', tenths)], feeds: { value: 1 } }],
				indices: [{ id: 'value', bands: 'company', potential: 'potential' }],
				bands: flagshipBands
			});
			return scoresOf(tiny, { q: 'x' }).indices.value;
		};
		expect(told(694)).toEqual({ tenths: 694, band: 'average-performer', potential: 'moderate' });
		expect(told(695)).toEqual({ tenths: 695, band: 'high-performer', potential: 'minimal' });
	});

	test('without a score has no band', () => {
		expect(scoresOf(four(), {}).indices.value).toEqual({
			tenths: null,
			because: 'too-few-answers',
			band: null,
			potential: null
		});
	});

	test('an option without a score leaves the denominator like "does not apply"', () => {
		const options = [option('yes', 1000), option('other', null)];
		const tiny = instrument({
			questions: ['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'choice', options, feeds: { value: 1 } })),
			indices: [{ id: 'value' }]
		});
		expect(scoresOf(tiny, { a: 'yes', b: 'yes', c: 'yes', d: 'other' }).indices.value?.tenths).toBe(1000);
		expect(scoresOf(tiny, { a: 'yes', b: 'other', c: 'other', d: 'other' }).indices.value).toMatchObject({
			because: 'mostly-not-applicable'
		});
	});
});

describe('an index of indices', () => {
	const questions = ['a', 'b', 'c'].map((id) => ({ id, feeds: { [id]: 1 } }));
	const tiny = (of: Readonly<Record<string, number>>, first = false) => {
		const company = { id: 'company', of };
		const plain = questions.map(({ id }) => ({ id }));
		return instrument({ questions, indices: first ? [company, ...plain] : [...plain, company] });
	};
	test.each<[string, Readonly<Record<string, number>>, Values, number | string]>([
		['the mean', { a: 1, b: 1 }, { a: '5', b: '4' }, 875],
		['by weight', { a: 3, b: 1 }, { a: '5', b: '1' }, 750],
		['a part missing', { a: 1, b: 1 }, { a: '5' }, 'part-missing'],
		['a part of weight 0 missing', { a: 1, b: 0 }, { a: '5' }, 1000],
		['no parts', { a: 0 }, { a: '5' }, 'not-asked'],
		['a part that does not exist', { a: 1, toString: 1 }, { a: '5' }, 'part-missing']
	])('%s', (_, of, values, expected) => {
		for (const first of [false, true]) {
			const told = scoresOf(tiny(of, first), values).indices.company;
			expect(told?.tenths ?? (told?.tenths === null && told.because)).toBe(expected);
		}
	});
});

describe('an area', () => {
	const tiny = instrument({
		questions: [
			{ id: 'a', area: 'access', feeds: { value: 1, number: 3 } },
			{ id: 'b', area: 'access', feeds: { value: 1 }, result: true },
			{ id: 'pilot', area: 'access', feeds: { value: 0 } },
			{ id: 'first', importanceOf: ['access', 'skills'] },
			{ id: 'second', importanceOf: ['access'], feeds: { value: 10 } }
		],
		indices: [{ id: 'value' }, { id: 'number' }],
		areas: [{ id: 'access', importance: 810 }, { id: 'skills' }]
	});

	test('takes the largest weight of each question', () => {
		expect(scoresOf(tiny, { a: '5', b: '1', pilot: '1' }).areas.access).toEqual({
			tenths: 750,
			verdict: 'keep',
			importance: 810,
			priority: 810 * 50,
			resultsOnly: false,
			because: ['a', 'b']
		});
	});

	test.each<[string, Values, number, number]>([
		['its own', { a: '1' }, 810, 800],
		['one question', { first: '5' }, 1000, 1000],
		['two questions, half up', { first: '5', second: '4' }, 875, 1000],
		['not one that is not known', { first: 'ns', second: '4' }, 750, 800]
	])('takes its importance from %s', (_, values, access, skills) => {
		const { areas } = scoresOf(tiny, values);
		expect([areas.access?.importance, areas.skills?.importance]).toEqual([access, skills]);
	});

	test('without an answer has no score, verdict or priority', () => {
		expect(scoresOf(tiny, { pilot: '5' }).areas.access).toEqual({
			tenths: null,
			verdict: null,
			importance: 810,
			priority: null,
			resultsOnly: false,
			because: []
		});
	});

	test('says when it rests on results alone', () => {
		expect(scoresOf(tiny, { b: '2' }).areas.access).toMatchObject({ tenths: 250, verdict: 'stop', resultsOnly: true });
	});

	test('weighs more where it is behind its peers, and more where its strength is ahead of them', () => {
		const behind = answersTo(tiny, { a: '2' });
		expect(score(tiny, behind, { access: 600 }).areas.access?.priority).toBe(810 * (750 + 350));
		expect(score(tiny, behind, { access: 200 }).areas.access?.priority).toBe(810 * 750);
		const ahead = answersTo(tiny, { a: '5' });
		expect(score(tiny, ahead, { access: 600 }).areas.access?.priority).toBe(810 * (300 + 400));
		expect(score(tiny, ahead, { skills: 0 }).areas.access?.priority).toBe(810 * 300);
	});
});
