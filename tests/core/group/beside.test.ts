// What a telling says by itself: whoever sets one of its means against another must not come out with few.
import { describe, expect, test } from 'vitest';
import { isToldBeside } from '#core/group/circle.ts';
import { severalOf, type Several } from '#core/group/several.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { instrument, scale } from '../../support/instrument.ts';
import { voice } from '../../support/voices.ts';

describe('what some have beside what all have', () => {
	test.each([
		[8, 8, true, true],
		[7, 8, true, false],
		[4, 8, true, false],
		[3, 8, true, true],
		[5, 10, true, true],
		[6, 10, true, false],
		[7, 8, false, true]
	])('%i of %i, anonymous %s: told %s', (having, all, isAnonymous, told) => {
		expect(isToldBeside(having, all, isAnonymous)).toBe(told);
	});
});

const home = instrument({
	indices: [{ id: 'trust' }, { id: 'company', of: { trust: 1 } }],
	areas: [{ id: 'ground', index: 'trust' }],
	sections: [
		{ id: 'work', questions: ['a', 'b'].map((id) => ({ id, feeds: { trust: 1 }, area: 'ground', options: scale() })) }
	]
});

/** Eight people, of whom the first `silent` say nothing to the first question and `alone` to the second. */
const people = (silent: number, alone: string): readonly Respondent[] =>
	Array.from({ length: 8 }, (_, at) =>
		voice(home, `p${at}`, at < silent ? { b: alone } : { a: String((at % 5) + 1), b: String(((at * 2) % 5) + 1) })
	);

/** What those who were silent on the first said to the second, by what is told of both and of their area; in tenths. */
function tookApart({ questions, areas }: Several, silent: number): number | null {
	const [a, b, area] = [questions['a']?.all, questions['b']?.all, areas['ground']?.all];
	if (a === undefined || b === undefined || area === undefined) return null;
	// Whoever answered both has their mean as the area, whoever was silent has the second alone.
	return (2 * area.n * area.tenths - a.n * a.tenths - b.n * b.tenths) / silent;
}

describe('one person who left a question out', () => {
	test.each(['1', '2', '4', '5'])('comes out where nothing was promised (%s), and not where anonymity was', (alone) => {
		const open = severalOf(home, people(1, alone), { isAnonymous: false });
		const shut = severalOf(home, people(1, alone), { isAnonymous: true });
		if (open === null || shut === null) throw new Error('eight people are told of');
		const truth = people(1, alone)[0]?.scores.questions['b']?.tenths ?? NaN;
		expect(Math.abs((tookApart(open, 1) ?? NaN) - truth)).toBeLessThan(20);
		expect(tookApart(shut, 1)).toBeNull();
		expect(shut.questions['a']).toBeUndefined();
		expect(shut.scores.questions['a']?.tenths ?? null).toBeNull();
		expect(shut.answers.given['a']).toBeUndefined();
		expect(shut.questions['b']).toBeDefined();
		expect(shut.scores.indices['trust']?.tenths).not.toBeNull();
	});

	test('is told with enough others who left it out', () => {
		const several = severalOf(home, people(5, '4'), { isAnonymous: true });
		expect(several?.questions['a']?.all.n).toBe(3);
	});
});
