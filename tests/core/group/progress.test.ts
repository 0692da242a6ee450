// Two rounds of one company: what changed, by whom, and when that is not told.
import { describe, expect, test } from 'vitest';
import { peersSplit, progressOf, type Round } from '#core/group/progress.ts';
import { severalOf } from '#core/group/several.ts';
import { reliableChange } from '#core/study/lasting-change.ts';
import { instrument, scale } from '../../support/instrument.ts';
import { voice } from '../../support/voices.ts';

const home = instrument({
	indices: [{ id: 'trust' }, { id: 'company', of: { trust: 1 } }],
	areas: [{ id: 'ground', index: 'trust' }],
	groups: { managers: {}, sellers: {} },
	questions: ['a', 'b', 'c'].map((id) => ({ id, feeds: { trust: 1 }, area: 'ground', options: scale() }))
});

/** A round in which each of these people answered all questions alike, 1 to 5. */
function round(people: Readonly<Record<string, number>>, isAnonymous = false): Round {
	const voices = Object.entries(people).map(([person, all]) => {
		const each = String(all);
		return voice(home, person, { a: each, b: each, c: each }, { group: null });
	});
	const several = severalOf(home, voices, { isAnonymous });
	if (several === null) throw new Error('too few');
	return {
		several,
		voices: voices.map(({ id, scores }) => ({
			person: id,
			tenths: {
				...Object.fromEntries(Object.entries(scores.indices).map(([index, { tenths }]) => [index, tenths])),
				...Object.fromEntries(Object.entries(scores.areas).map(([area, { tenths }]) => [`area ${area}`, tenths]))
			}
		}))
	};
}

const nobodyKnows = () => null;
const trust = (before: Round, after: Round) =>
	progressOf(before, after, nobodyKnows).indices.find(({ id }) => id === 'trust');

describe('a change is split', () => {
	test.each([
		['all of it is answers where the people are the same', { x: 2, y: 3 }, { x: 4, y: 3 }, 250, 0],
		['all of it is people where nobody changed their mind', { x: 1, y: 3 }, { y: 3, z: 5 }, 0, 500],
		['both', { x: 1, y: 3 }, { y: 4, z: 4 }, 250, 250]
	])('%s', (_, before, after, answers, people) => {
		const found = trust(round(before), round(after));
		expect(found?.split).toEqual({ answers, people });
		expect(found?.change).toBe(answers + people);
	});

	test('not where nobody answered twice', () => {
		expect(trust(round({ x: 1 }), round({ y: 3 }))).toMatchObject({ change: 500, split: null });
	});

	test('areas are told as indices are', () => {
		const { areas, people } = progressOf(round({ x: 2, y: 3 }), round({ x: 4, y: 3 }), nobodyKnows);
		expect(areas).toEqual([
			{ id: 'ground', before: 375, after: 625, change: 250, split: { answers: 250, people: 0 }, isReal: null }
		]);
		expect(people).toEqual({ stayed: 2, left: 0, came: 0 });
	});
});

describe('where anonymity was promised', () => {
	const five = { p: 3, q: 3, r: 3, s: 3, t: 3 };

	test('who came or went is told of nobody, or of five', () => {
		expect(progressOf(round(five, true), round({ ...five, p: 5 }, true), nobodyKnows).people).toEqual({
			stayed: 5,
			left: 0,
			came: 0
		});
		const joined = progressOf(round(five, true), round({ ...five, u: 1 }, true), nobodyKnows);
		expect(joined.people).toBeNull();
		expect(joined.indices.map(({ split }) => split)).toEqual([null, null]);
	});

	test('in one round is as in both', () => {
		const { p: _, ...four } = five;
		expect(progressOf(round(five), round(four, true), nobodyKnows).people).toBeNull();
		expect(progressOf(round(five), round(four), nobodyKnows).people).toEqual({ stayed: 4, left: 1, came: 0 });
	});
});

test('a change is real by the rule that the caller brings', () => {
	const judge = (_: string, before: number, after: number) => reliableChange(before, after, 40).real;
	const real = (before: Round, after: Round) => progressOf(before, after, judge).indices[0]?.isReal;
	expect(real(round({ x: 3 }), round({ x: 4 }))).toBe(true);
	expect(real(round({ x: 3, y: 3, z: 3 }), round({ x: 3, y: 3, z: 4 }))).toBe(false);
});

test('a standing changes by what a company does and by what its peers do', () => {
	expect(peersSplit({ before: 40, between: 55, after: 50 })).toEqual({ own: 15, peers: -5 });
});

describe('where somebody left an answer out of an anonymous round', () => {
	const people = (score: string, without: readonly number[]) =>
		Array.from({ length: 7 }, (_, at) =>
			voice(home, `p${at}`, { a: score, b: score, ...(without.includes(at) ? {} : { c: score }) }, { group: null })
		);
	const whole = (score: string, without: readonly number[]): Round => {
		const voices = people(score, without);
		const several = severalOf(home, voices, { isAnonymous: true });
		if (several === null) throw new Error('too few');
		return {
			several,
			voices: voices.map(({ id, scores }) => ({
				person: id,
				tenths: { trust: scores.indices['trust']?.tenths ?? null }
			}))
		};
	};

	test('the split of an index is told only while all who stayed have it in both rounds, or enough lack it', () => {
		const told = (before: Round, after: Round) => trust(before, after)?.split;
		expect(told(whole('2', []), whole('4', []))).toEqual({ answers: 500, people: 0 });
		expect(told(whole('2', []), whole('4', [0]))).toBeNull();
	});

	test('an area is told only while the same questions stand behind it, and never split', () => {
		const areas = (before: Round, after: Round) => progressOf(before, after, nobodyKnows).areas;
		expect(areas(whole('2', []), whole('4', []))).toMatchObject([{ id: 'ground', change: 500, split: null }]);
		expect(areas(whole('2', []), whole('4', [0]))).toEqual([]);
	});
});
