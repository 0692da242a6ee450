import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '#core/instrument/condition.ts';
import type { Values } from '#core/instrument/value.ts';
import { outlineOf, pathOf, sectionsOnPath, type Outline } from '#core/survey/path.ts';
import { instrument } from '../../support/instrument.ts';

const is = (question: string, ...options: string[]): Condition => ({ kind: 'is', question, options });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const answered = (question: string): Condition => ({ kind: 'answered', question });

/** Questions by id with their conditions, in one section. */
const list = (questions: Readonly<Record<string, Condition | null>>, when: Condition | null = null): Outline => [
	{ id: 's', when, questions: Object.entries(questions).map(([id, when]) => ({ id, when })) }
];

describe('the path', () => {
	const chain = list({ a: null, b: is('a', 'yes'), c: is('b', 'yes') });
	const backwards = list({ c: is('b', 'yes'), b: is('a', 'yes'), a: null });
	test.each<[string, Outline, Values, readonly string[]]>([
		['asks what has no condition', list({ a: null, b: null }), {}, ['a', 'b']],
		['follows an answer', chain, { a: 'yes' }, ['a', 'b']],
		['follows a chain', chain, { a: 'yes', b: 'yes' }, ['a', 'b', 'c']],
		['does not see an answer that is off it', chain, { a: 'no', b: 'yes', c: 'yes' }, ['a']],
		['follows a chain that is written backwards', backwards, { a: 'yes', b: 'yes' }, ['c', 'b', 'a']],
		['does not see an answer off it there either', backwards, { a: 'no', b: 'yes' }, ['a']],
		['sees no answer to a question that is not there', list({ a: null }, is('z', 'yes')), { z: 'yes' }, []],
		[
			'takes an answer off it for none',
			list({ a: is('b', 'x'), b: is('a', 'never'), c: not(answered('b')) }),
			{ b: 'x' },
			['c']
		],
		['does not ask what runs in a circle', list({ a: is('b', 'x'), b: is('a', 'x') }), { a: 'x', b: 'x' }, []],
		['does not ask what hangs on itself', list({ a: answered('a'), b: null }), { a: 'x' }, ['b']],
		['knows no question by the name of a prototype', list({ a: answered('constructor') }), {}, []]
	])('%s', (_, outline, values, path) => {
		expect(pathOf(outline, values)).toEqual(path);
	});

	test('drops a section whose condition does not hold, with what hangs on it', () => {
		const outline: Outline = [
			{ id: 'you', when: null, questions: [{ id: 'role', when: null }] },
			{ id: 'selling', when: is('role', 'seller'), questions: [{ id: 'deals', when: null }] },
			{ id: 'more', when: null, questions: [{ id: 'why', when: is('deals', '1') }] }
		];
		expect(sectionsOnPath(outline, { role: 'seller', deals: '1' })).toEqual(['you', 'selling', 'more']);
		expect(sectionsOnPath(outline, { role: 'other', deals: '1' })).toEqual(['you']);
		expect(pathOf(outline, { role: 'other', deals: '1' })).toEqual(['role']);
	});

	test('of an instrument is that of its outline', () => {
		const tiny = instrument({
			sections: [{ id: 's', when: null, questions: [{ id: 'a' }, { id: 'b', when: answered('a') }] }]
		});
		expect(outlineOf(tiny)).toEqual(list({ a: null, b: answered('a') }));
		expect(outlineOf(tiny)).toBe(outlineOf(tiny));
	});

	test('is quick on a thousand questions that hang on one another', () => {
		const many = Object.fromEntries(
			Array.from({ length: 1000 }, (_, n) => [
				`q${n}`,
				n === 0 ? null : ({ kind: 'all', of: [is(`q${n - 1}`, 'x'), is('q0', 'x')] } as const)
			])
		);
		const values = Object.fromEntries(Object.keys(many).map((id) => [id, 'x']));
		expect(pathOf(list(many), values)).toHaveLength(1000);
		expect(pathOf(list(Object.fromEntries(Object.entries(many).reverse())), values)).toHaveLength(1000);
	});

	test('does not depend on the order of sections or answers, whatever hangs on what', () => {
		const ids = ['a', 'b', 'c', 'd', 'e'];
		const leaf = fc
			.tuple(fc.constantFrom('is', 'not'), fc.nat(3))
			.map(([kind, n]) => (kind === 'is' ? is(`${n}`, 'x') : not(is(`${n}`, 'x'))));
		fc.assert(
			fc.property(
				fc.array(leaf, { minLength: 5, maxLength: 5 }),
				fc.subarray(ids),
				fc.shuffledSubarray(ids, { minLength: 5 }),
				(leaves, given, order) => {
					// Each question may only hang on earlier letters, so nothing runs in a circle.
					const earlier = (leaf: Condition, n: number): Condition | null =>
						n === 0
							? null
							: (JSON.parse(
									JSON.stringify(leaf).replace(/"(\d)"/, (_, digit: string) => `"${ids[Number(digit) % n]}"`)
								) as Condition);
					const conditions = Object.fromEntries(ids.map((id, n) => [id, earlier(leaves[n] ?? is('a', 'x'), n)]));
					const values = Object.fromEntries(given.map((id) => [id, 'x']));
					const shuffled = Object.fromEntries(order.map((id) => [id, conditions[id] ?? null]));
					expect([...pathOf(list(shuffled), values)].sort()).toEqual(pathOf(list(conditions), values));
				}
			)
		);
	});
});
