// What of a benchmark may be told, and when it is told anew.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_COMPANIES, givesAway, isRenewed, published } from '#core/standing/publish.ts';
import { vectorsOf } from '../../support/vectors.ts';

type Input = { refresh: [number, number][]; children: Record<string, number>; K: number };
describe.each(vectorsOf<Input, { refresh: boolean[]; published: string[] }>('edition'))(
	'$id',
	({ input, expected }) => {
		test('is counted anew', () => {
			expect(FEWEST_COMPANIES).toBe(input.K);
			expect(input.refresh.map(([before, changed]) => isRenewed(before, changed))).toEqual(expected.refresh);
		});
		test('is told', () => expect(published(input.children)).toEqual(expected.published));
	}
);

test.each<[string, Record<string, number>, string[]]>([
	['nothing', {}, []],
	['all large', { a: 5, b: 9 }, ['a', 'b']],
	['empty ones hide nobody', { a: 5, b: 0 }, ['a']],
	['few hidden ones take the smallest with them', { a: 40, b: 12, c: 4 }, ['a']],
	['five hidden ones hide each other', { a: 40, b: 12, c: 3, d: 2 }, ['a', 'b']],
	['of two equal ones the first by name goes', { a: 9, b: 9, c: 1 }, ['b']],
	['the only one goes too', { a: 9, c: 1 }, []]
])('%s', (_, children, told) => expect(published(children)).toEqual(told));

test('what is withheld holds nobody or at least five companies, unless nothing is told at all', () => {
	const sizes = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 60 }), { maxKeys: 12 });
	fc.assert(
		fc.property(sizes, (children) => {
			const told = new Set(published(children));
			const hidden = Object.entries(children).reduce((sum, [name, size]) => sum + (told.has(name) ? 0 : size), 0);
			if (told.size > 0) expect(hidden === 0 || hidden >= FEWEST_COMPANIES).toBe(true);
			for (const name of told) expect(children[name]).toBeGreaterThanOrEqual(FEWEST_COMPANIES);
		})
	);
});

test.each([
	[0, false],
	[1, true],
	[4, true],
	[5, false]
])('%i changes in withheld parts', (changes, isTelling) => expect(givesAway(changes)).toBe(isTelling));
