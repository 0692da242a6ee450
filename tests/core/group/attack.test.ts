// Somebody who knows who left out what sets all that is told of one round against each other: nothing follows about few.
import { describe, expect, test } from 'vitest';
import { severalOf, type Several } from '#core/group/several.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { withheldQuestions } from '#core/group/withheld.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { instrument, option, scale } from '../../support/instrument.ts';
import { voice } from '../../support/voices.ts';
import { Equations } from './attacker.ts';

const statements = ['a', 'b', 'c', 'd'].flatMap((area) => [1, 2].map((nth) => ({ id: `${area}${nth}`, area })));

const home = instrument({
	indices: [{ id: 'trust' }, { id: 'speed' }, { id: 'company', of: { trust: 1, speed: 2 } }],
	areas: ['a', 'b', 'c', 'd'].map((id, at) => ({ id, index: at < 2 ? 'trust' : 'speed' })),
	groups: { managers: { role: ['boss'] }, sellers: { role: ['seller'] } },
	questions: [
		{ id: 'role', type: 'choice', options: [option('boss'), option('seller'), option('other')] },
		...statements.map(({ id, area }, at) => ({
			...{ id, area, options: scale() },
			feeds: at < 4 ? { trust: 1 + (at % 2) } : { speed: 1, ...(at === 4 ? { trust: 1 } : {}) }
		}))
	]
});

function round(seed: number, n: number, left: number): readonly Respondent[] {
	const chance = chanceFrom(seed);
	return Array.from({ length: n }, (_, at) => {
		const role = ['boss', 'boss', 'seller', 'seller', 'seller', 'other'][Math.floor(chance.next() * 6)] ?? 'other';
		const answer = (): string => (chance.next() < left ? 'ns' : String(1 + Math.floor(chance.next() * 5)));
		return voice(home, `p${at}`, { role, ...Object.fromEntries(statements.map(({ id }) => [id, answer()])) });
	});
}

function told(people: readonly Respondent[], isAnonymous: boolean): Several {
	const several = severalOf(home, people, { isAnonymous });
	if (several === null) throw new Error(`${people.length} are told of`);
	return several;
}

const seeds = Array.from({ length: 20 }, (_, at) => at + 1);

describe.each([
	[3, 0.1],
	[4, 0.1],
	[5, 0.05],
	[6, 0.05],
	[8, 0.03],
	[8, 0.1],
	[8, 0.3],
	[10, 0.05],
	[11, 0.4]
])('%i people who leave out %d of all answers', (n, left) => {
	const rounds = seeds.map((seed) => round(seed * 100 + n, n, left));

	test('nothing follows about fewer than five of them, or than all', () => {
		for (const people of rounds)
			expect(new Equations(home, people, told(people, true)).betrayed(Math.min(n, 5) - 1)).toEqual([]);
	});

	test('without the rules something follows about single people', () => {
		const open = rounds.filter((people) => new Equations(home, people, told(people, false)).betrayed(1).length > 0);
		expect(open.length).toBeGreaterThan(0);
	});
});

describe('which questions are not told', () => {
	const answering = (without: Readonly<Record<number, readonly string[]>>, n = 8): readonly Respondent[] =>
		Array.from({ length: n }, (_, at) =>
			voice(home, `p${at}`, {
				role: 'seller',
				...Object.fromEntries(
					statements.flatMap(({ id }) => (without[at]?.includes(id) === true ? [] : [[id, '3'] as const]))
				)
			})
		);
	const everybody = (id: string): Record<number, readonly string[]> =>
		Object.fromEntries(Array.from({ length: 8 }, (_, at) => [at, [id]]));

	test.each<[string, Record<number, readonly string[]>, string[]]>([
		['none where everybody answered everything', {}, []],
		['none where nobody was asked', everybody('a1'), []],
		['one of the index of which one answer is missing', { 0: ['a1'] }, ['a1']],
		['one, however many are missing in it', { 0: ['a1'], 1: ['a2', 'b1'], 2: ['b2'] }, ['a1']],
		['one of each index in which something is missing', { 0: ['a2', 'd2'] }, ['a1', 'c2']],
		['none that counts in two indices where another will do', { 0: ['c1'] }, ['a1', 'c2']],
		['and what fewer than five answered', { 0: ['d1'], 1: ['d1'], 2: ['d1'], 3: ['d1'] }, ['c2', 'd1']]
	])('%s', (_, without, withheld) => {
		expect([...withheldQuestions(home, answering(without))].sort()).toEqual(withheld);
	});

	test('the rest is told, with its area, and the indices as they are', () => {
		const { questions, areas, scores, answers, withheld } = told(answering({ 0: ['a1'] }), true);
		expect(withheld).toEqual(['a1']);
		expect(Object.keys(questions)).toEqual(['a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2']);
		expect(areas['a']?.all.tenths).toBe(scores.questions['a2']?.tenths);
		expect(scores.questions['a1']?.tenths).toBeNull();
		expect(answers.path).not.toContain('a1');
		expect(answers.given['role']).toEqual({ state: 'answered', value: 'seller' });
		expect(scores.indices['company']?.tenths).toBe(500);
	});
});
