// What too few said to stand for a company: kept back where anonymity was promised, told where it was not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyIndices } from '#core/group/company.ts';
import { labelOf } from '#core/group/agreement.ts';
import { representative } from '#core/group/representative.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { severalOf } from '#core/group/several.ts';
import { instrument, option } from '../../support/instrument.ts';
import { voice } from '../../support/voices.ts';

const home = instrument({
	indices: [{ id: 'trust' }, { id: 'speed' }, { id: 'company', of: { trust: 1, speed: 1 } }],
	areas: [
		{ id: 'ground', index: 'trust' },
		{ id: 'pace', index: 'speed' }
	],
	groups: { managers: { role: ['boss'] }, sellers: { role: ['seller'] } },
	questions: [
		{ id: 'role', type: 'choice', options: [option('boss'), option('seller')] },
		...['a', 'b', 'c'].map((id) => ({ id, feeds: { trust: 1 }, area: 'ground' })),
		...['d', 'e', 'f'].map((id) => ({ id, feeds: { speed: 1 }, area: 'pace' })),
		{ id: 'pick', type: 'choice', options: [option('one'), option('two')] },
		{
			id: 'deals',
			type: 'number',
			number: { min: 0, max: 999, step: 1, decimals: 0, unit: null, anchors: [] }
		}
	]
});

const base = { role: 'seller', a: '4', b: '4', c: '4' };
const silent = (n: number): readonly Respondent[] => Array.from({ length: n }, (_, at) => voice(home, `s${at}`, base));
const speaking = (n: number): readonly Respondent[] =>
	Array.from({ length: n }, (_, at) =>
		voice(home, `x${at}`, { ...base, d: '1', e: '2', f: '1', pick: 'two', deals: 42 })
	);

describe('one set of answers for several', () => {
	test.each([
		[1, 1, true],
		[2, 3, false],
		[3, 3, true],
		[4, 3, true]
	])('what %i said stands for all from %i on: %s', (n, least, stands) => {
		const { path, given } = representative(home, [...silent(5), ...speaking(n)], least);
		for (const question of ['d', 'pick', 'deals']) expect(Object.hasOwn(given, question)).toBe(stands);
		expect(given['a']).toEqual({ state: 'answered', value: '4' });
		expect(path).toContain('pick');
	});

	test.each(['ns', 'na'] as const)('"%s" is told by the same rule', (state) => {
		const unsure = (n: number) => Array.from({ length: n }, (_, at) => voice(home, `u${at}`, { ...base, d: state }));
		expect(representative(home, [...silent(5), ...unsure(2)], 3).given['d']).toBeUndefined();
		expect(representative(home, [...silent(5), ...unsure(3)], 3).given['d']).toEqual({ state });
	});
});

describe('a score of too few', () => {
	test.each([
		[true, 2, null],
		[true, 4, null],
		[true, 5, 83],
		[false, 1, 83],
		[false, 2, 83]
	])('anonymous %s, from %i: %s', (isAnonymous, n, tenths) => {
		const told = severalOf(home, [...silent(5), ...speaking(n)], { isAnonymous });
		// Where anonymity was promised, the first of its questions covers the others.
		const isCovered = isAnonymous && tenths !== null;
		expect(told?.scores.areas['pace']?.tenths).toBe(isCovered ? 125 : tenths);
		expect(told?.scores.indices['speed']?.tenths ?? null).toBe(tenths);
		expect(told?.scores.questions['d']?.tenths ?? null).toBe(tenths === null || isCovered ? null : 0);
		expect(told?.scores.indices['trust']?.tenths).toBe(750);
	});

	test('an index that fewer than the least have says why it has none, and so does the whole', () => {
		const scores = [...silent(5), ...speaking(2)].map((each) => each.scores);
		expect(companyIndices(home, scores, 3)['speed']).toMatchObject({ tenths: null, because: 'too-few-answers' });
		expect(companyIndices(home, scores, 3)['company']).toMatchObject({ tenths: null, because: 'part-missing' });
		expect(companyIndices(home, scores)['speed']).toMatchObject({ tenths: 83 });
	});

	const answer = fc.constantFrom('1', '2', '3', '4', '5', 'ns', 'na', undefined);
	const someone = fc.record({ a: answer, b: answer, c: answer, d: answer, e: answer, f: answer });

	test('nothing that is told under a promise rests on fewer than three', () => {
		fc.assert(
			fc.property(fc.array(someone, { minLength: 3, maxLength: 9 }), (all) => {
				const given = (each: (typeof all)[number]) =>
					Object.fromEntries(Object.entries(each).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
				const respondents = all.map((each, at) => voice(home, String(at), { role: 'seller', ...given(each) }));
				const told = severalOf(home, respondents, { isAnonymous: true });
				for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
					const scored = respondents.filter(({ scores }) => (scores.questions[id]?.tenths ?? null) !== null).length;
					if (scored < 3) expect(told?.scores.questions[id]?.tenths ?? null).toBeNull();
					const shared = told?.answers.given[id];
					const same = respondents.filter(({ answers }) => answers.given[id]?.state === shared?.state).length;
					if (shared !== undefined) expect(same).toBeGreaterThanOrEqual(3);
				}
			}),
			{ numRuns: 100 }
		);
	});
});

test.each([
	[-0.4, 'none'],
	[0.3, 'none'],
	[0.31, 'weak'],
	[0.5, 'weak'],
	[0.51, 'moderate'],
	[0.7, 'moderate'],
	[0.71, 'strong'],
	[0.9, 'strong'],
	[0.91, 'very-strong'],
	[1, 'very-strong']
])('agreement of %d is called %s', (star, label) => {
	expect(labelOf(star)).toBe(label);
});
