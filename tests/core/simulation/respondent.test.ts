// Simulated answers: always ones that the instrument takes, reaching every option, and along the profile that was drawn.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '#core/answers/check.ts';
import type { Instrument, NumberRange, Question } from '#core/instrument/instrument.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import { line } from '#core/problem.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { correlation } from '#core/simulation/moments.ts';
import { respondent } from '#core/simulation/respondent.ts';
import { scoresOf } from '../../support/answers.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, option, scale, type SomeQuestion } from '../../support/instrument.ts';
import { compiled } from '../instrument/tiny.ts';

const answered = (asked: Instrument, seed: number): Values => respondent(asked, chanceFrom(seed));
const crowd = (asked: Instrument, size: number): readonly Values[] =>
	Array.from({ length: size }, (_, seed) => answered(asked, seed));
const problemsOf = (asked: Instrument, values: Values): readonly string[] => {
	const checked = checkAnswers(asked, values);
	return checked.ok ? [] : checked.problems.map(line);
};

const chosenIn = (value: Value | undefined): readonly string[] => {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object') return [];
	if (Array.isArray(value)) return value as readonly string[];
	const entries = Object.entries(value as Readonly<Record<string, unknown>>);
	return entries.flatMap(([key, held]) => (key === 'option' ? String(held) : key !== 'text' && held !== 0 ? key : []));
};

describe.each([
	['the tiny fixture', compiled()],
	['the flagship', flagship]
])('answers to %s', (_name, asked) => {
	const everybody = crowd(asked, 3_000);
	const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

	test('are valid for any seed, and the same for the same seed', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				expect(problemsOf(asked, answered(asked, seed))).toEqual([]);
				expect(answered(asked, seed)).toEqual(answered(asked, seed));
			})
		);
	});

	test('always hold the required ones', () => {
		const required = asked.questions.filter((question) => question.required);
		expect(required).not.toEqual([]);
		for (const values of everybody) for (const { id } of required) expect(values).toHaveProperty([id]);
	});

	test('leave an exclusive option alone, and give ten points to a split', () => {
		for (const { id, type, options } of asked.questions) {
			const alone = options.filter(({ exclusive }) => exclusive);
			for (const value of everybody
				.map((values): Value | undefined => values[id])
				.filter((each) => typeof each === 'object')) {
				const picked = chosenIn(value);
				if (alone.some((each) => picked.includes(each.id))) expect(picked).toHaveLength(1);
				if (type !== 'split') continue;
				expect(
					Object.values(value)
						.map(Number)
						.reduce((sum, points) => sum + points, 0)
				).toBe(10);
			}
		}
	});

	test('name every option, and every way to pass, of every question', () => {
		const named = asked.questions.map(({ id }) => new Set(everybody.flatMap((values) => chosenIn(values[id]))));
		const never = asked.questions.flatMap(({ id, options, unsure, notApplicable, required }, at) => {
			const passes = required ? [] : [...(unsure ? ['ns'] : []), ...(notApplicable ? ['na'] : [])];
			return [...options.map((each) => each.id), ...passes]
				.filter((each) => named[at]?.has(each) !== true)
				.map((each) => `${id}=${each}`);
		});
		expect(never).toEqual([]);
	});

	test('leave every question that is not required blank now and then', () => {
		for (const { id, required } of asked.questions)
			if (!required)
				expect(
					everybody.some((values) => values[id] === undefined),
					id
				).toBe(true);
	});

	test('reach 100 points and 0 points on every index', () => {
		const scores = everybody.map((values) =>
			Object.values(scoresOf(asked, values).indices).map(({ tenths }) => tenths)
		);
		for (const all of [0, 1000]) expect(scores.some((each) => each.every((tenths) => tenths === all))).toBe(true);
	});
});

describe('one question of each kind', () => {
	const kinds: readonly Omit<SomeQuestion, 'id'>[] = [
		{ type: 'scale' },
		{ type: 'choice', options: [option('a', 0), option('b', 1000, { input: true }), option('c')], max: 3 },
		{ type: 'choices', options: [option('a'), option('b'), option('none', 0, { exclusive: true })] },
		{ type: 'choices', options: [option('a', 0, { exclusive: true }), option('b', 0, { exclusive: true })] },
		{ type: 'choices', options: [option('a', null, { input: true }), option('b', null, { input: true })] },
		{ type: 'split', options: [option('a'), option('b')] },
		{ type: 'number', number: { min: 0, max: 10, step: 1, decimals: 0, unit: null, anchors: [] } },
		{ type: 'text', max: 2 },
		{ type: 'date' }
	];

	test.each(kinds)(
		'%j is answered with something else than a pass where it must be, and by some where it may be',
		(kind) => {
			const required = instrument({ questions: [{ id: 'q', required: true, ...kind }] });
			for (const values of crowd(required, 200)) {
				expect(problemsOf(required, values)).toEqual([]);
				expect(['na', 'ns', undefined, '']).not.toContain(values['q']);
				expect(values['q']).not.toEqual([]);
			}
			const free = instrument({ questions: [{ id: 'q', ...kind }] });
			const given = crowd(free, 200).map((values) => JSON.stringify(values['q']));
			expect(new Set(given).size).toBeGreaterThan(3);
			for (const pass of [undefined, '"ns"', '"na"']) expect(given).toContain(pass);
			const closed = instrument({ questions: [{ id: 'q', ...kind, unsure: null, notApplicable: null }] });
			for (const values of crowd(closed, 200)) expect(['na', 'ns']).not.toContain(values['q']);
		}
	);

	test('an option with an input brings a text of its own', () => {
		const asked = instrument({
			questions: [{ id: 'q', type: 'choice', options: [option('a', 0, { input: true })], max: 4 }]
		});
		const given = crowd(asked, 100).map((values) => values['q']);
		expect(given).toContainEqual({ option: 'a', text: expect.stringMatching(/^\w{1,4}$/) as string });
		expect(given).not.toContain('a');
	});
});

describe('a number', () => {
	const asking = (number: NumberRange): Instrument =>
		instrument({ questions: [{ id: 'q', type: 'number', number, unsure: null, notApplicable: null, required: true }] });
	const amounts = (range: Partial<NumberRange>, size: number): readonly number[] =>
		crowd(asking({ min: 0, max: 0, step: 1, decimals: 0, unit: null, anchors: [], ...range }), size).map((values) =>
			Number(values['q'])
		);

	test('lies in its range, on its step, with its decimals, whatever these are', () => {
		const someRange = fc.integer({ min: 0, max: 4 }).chain((decimals) =>
			fc
				.record({
					min: fc.integer({ min: -500, max: 500 }),
					size: fc.integer({ min: 1, max: 5000 }),
					step: fc.integer({ min: 1, max: 90 })
				})
				.map(({ min, size, step }): NumberRange => {
					const unit = 10 ** decimals;
					return { min: min / unit, max: (min + size) / unit, step: step / unit, decimals, unit: null, anchors: [] };
				})
		);
		fc.assert(
			fc.property(someRange, (range) => {
				const asked = asking(range);
				for (const values of crowd(asked, 20)) expect(problemsOf(asked, values)).toEqual([]);
			})
		);
	});

	test('comes to both ends', () => {
		const given = amounts({ min: 1, max: 3, step: 0.5, decimals: 1 }, 300);
		expect([...new Set(given)].toSorted()).toEqual([1, 1.5, 2, 2.5, 3]);
	});

	test('is small as often as large', () => {
		const given = amounts({ min: 0, max: 1_000_000 }, 1_000);
		const below = given.filter((amount) => amount < 1_000).length;
		expect(below).toBeGreaterThan(430);
		expect(below).toBeLessThan(570);
	});
});

describe('a profile', () => {
	const about = (id: string, index: string, some: Partial<Question> = {}): SomeQuestion => ({
		id,
		feeds: { [index]: 1 },
		...some
	});
	const several = (id: string, reverse: boolean): SomeQuestion =>
		about(id, 'work', {
			type: 'choices',
			reverse,
			options: [option('a'), option('b'), option('c'), option('none', 0, { exclusive: true })],
			counts: { 1: 300, 3: 1000 }
		});
	const asked = instrument({
		indices: [{ id: 'work' }, { id: 'own', about: 'personal' }],
		sections: [
			{
				id: 'first',
				questions: [
					about('plain', 'work'),
					about('turned', 'work', { reverse: true }),
					several('many', false),
					several('many-turned', true)
				]
			},
			{ id: 'second', questions: [about('mine', 'own'), about('mine-too', 'own', { options: scale(7) })] }
		]
	});
	const people = crowd(asked, 2_000);
	const scores = people.map((values) => scoresOf(asked, values).questions);
	const likeness = (one: string, other: string): number =>
		correlation(
			scores.flatMap((each) => {
				const [a, b] = [each[one]?.tenths ?? null, each[other]?.tenths ?? null];
				return a === null || b === null ? [] : [[a, b] as const];
			})
		);

	test.each([
		['plain', 'turned'],
		['plain', 'many'],
		['plain', 'many-turned'],
		['many', 'many-turned'],
		['mine', 'mine-too']
	])('makes %s and %s score alike', (one, other) => {
		expect(likeness(one, other)).toBeGreaterThan(0.35);
	});

	test('lets a person differ from the company', () => {
		expect(likeness('plain', 'mine')).toBeLessThan(likeness('plain', 'turned') / 2);
	});

	test('is sometimes the best throughout, on reversed questions by the lowest option', () => {
		const best = people.filter((_, at) => Object.values(scores[at] ?? {}).every(({ tenths }) => tenths === 1000));
		expect(best.length).toBeGreaterThan(0);
		for (const values of best) {
			expect(values).toMatchObject({ plain: '5', turned: '1', 'many-turned': ['none'] });
			expect(values['many']).toHaveLength(3);
		}
	});

	test('takes any number of several options that scores what it wants', () => {
		const numbers = people.flatMap(({ many }) => (Array.isArray(many) ? [many.length] : []));
		const [one = 0, two = 0] = [1, 2].map((wanted) => numbers.filter((number) => number === wanted).length);
		// One and two picks both score 30; the option that stands alone is one pick as well.
		expect(two).toBeGreaterThan(one / 3);
	});

	test('now and then passes over one section, and answers all of another', () => {
		const ten = (section: string): SomeQuestion[] =>
			Array.from({ length: 10 }, (_, at) => ({ id: `${section}-${at}` }));
		const sections = ['first', 'second'].map((id) => ({ id, questions: ten(id) }));
		const answers = crowd(instrument({ sections }), 2_000).map((values) => Object.keys(values));
		const passed = answers.filter((ids) => ids.length === 10 && new Set(ids.map((id) => id.split('-')[0])).size === 1);
		expect(passed.length).toBeGreaterThan(10);
		expect(passed.length).toBeLessThan(200);
	});
});
