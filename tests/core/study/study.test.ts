// What is worked out over many: reliability, relative likelihood, change, and the linking of versions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linked, reliableChange, shrunken } from '#core/study/lasting-change.ts';
import { falseDiscovery, relativeLikelihood, withheld, type Likelihood, type Table } from '#core/study/likelihood.ts';
import { correlation } from '#core/group/moments.ts';
import { oneFactor } from '#core/study/one-factor.ts';
import { reliability } from '#core/study/reliability.ts';
import { vectorsOf } from '../../support/vectors.ts';

const near = (found: number | undefined, wanted: number): void =>
	expect(Math.abs((found ?? NaN) - wanted)).toBeLessThanOrEqual(1e-6 * Math.abs(wanted));

describe('the reliability of an index', () => {
	type Expected = {
		alpha: number;
		itemRest: number[];
		sdTotal: number;
		sem: number;
		loadings: number[];
		heywood: boolean;
		omega: number;
	};
	test.each(vectorsOf<{ items: number[][] }, Expected>('reliability'))('$id', ({ input, expected }) => {
		const found = reliability(input.items);
		for (const key of ['alpha', 'sdTotal', 'sem'] as const) near(found?.[key], expected[key]);
		near(found?.omega ?? undefined, expected.omega);
		expected.itemRest.forEach((each, at) => near(found?.itemRest[at], each));
		expected.loadings.forEach((each, at) => near(found?.loadings?.[at], each));
		expect(found?.loadings === null).toBe(expected.heywood);
	});

	test.each([
		['no respondents', []],
		[
			'two of them',
			[
				[1, 2, 3],
				[2, 3, 4]
			]
		],
		['one item', [[1], [2], [3]]],
		[
			'a sum that never varies',
			[
				[1, 3],
				[2, 2],
				[3, 1]
			]
		]
	])('is not told for %s', (_, items) => expect(reliability(items)).toBeNull());

	test('one factor is found again in correlations made of it, for four to eight items', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0.3, max: 0.9, noNaN: true }), { minLength: 4, maxLength: 8 }),
				(loadings) => {
					const made = loadings.map((one, at) => loadings.map((other, to) => (at === to ? 1 : one * other)));
					const found = oneFactor(made);
					loadings.forEach((each, at) => expect(found?.[at]).toBeCloseTo(each, 5));
				}
			),
			{ numRuns: 50 }
		);
	});

	test.each([
		[
			'two items',
			[
				[1, 0.5],
				[0.5, 1]
			]
		],
		[
			'a correlation that is not positive',
			[
				[1, 0.5, 0],
				[0.5, 1, 0.4],
				[0, 0.4, 1]
			]
		],
		[
			'a loading that reaches 1',
			[
				[1, 0.9, 0.9],
				[0.9, 1, 0.5],
				[0.9, 0.5, 1]
			]
		],
		[
			'one among four that reaches 1',
			[
				[1, 0.9, 0.9, 0.9],
				[0.9, 1, 0.4, 0.4],
				[0.9, 0.4, 1, 0.4],
				[0.9, 0.4, 0.4, 1]
			]
		]
	])('loadings are null for %s', (_, correlations) => expect(oneFactor(correlations)).toBeNull());

	test('an item without spread has no correlation, and so no factor is told', () => {
		expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
		expect(
			reliability([
				[1, 1, 2],
				[2, 1, 3],
				[3, 1, 5]
			])?.omega
		).toBeNull();
	});
});

describe('relative likelihood', () => {
	type Input = { table: Table; pvalues: number[] };
	type Expected = {
		rr: number;
		lo: number;
		hi: number;
		p: number;
		zeroCorrected: boolean;
		morePct: number;
		q: number[];
	};
	test.each(vectorsOf<Input, Expected>('relative.likelihood'))('$id', ({ input, expected }) => {
		const found = relativeLikelihood(input.table);
		near(found.rr, expected.rr);
		near(found.low, expected.lo);
		near(found.high, expected.hi);
		near(found.p, expected.p);
		expect(found).toMatchObject({ zeroCorrected: expected.zeroCorrected, morePercent: expected.morePct });
		falseDiscovery(input.pvalues).forEach((q, at) => near(q, expected.q[at] ?? NaN));
	});

	test('turned round it says the same the other way about', () => {
		const count = fc.integer({ min: 1, max: 500 });
		fc.assert(
			fc.property(count, count, count, count, (a, b, c, d) => {
				const [one, other] = [relativeLikelihood([a, b, c, d]), relativeLikelihood([c, d, a, b])];
				expect(one.rr * other.rr).toBeCloseTo(1, 9);
				expect(one.p).toBeCloseTo(other.p, 9);
				expect(one.low).toBeLessThanOrEqual(one.rr);
				expect(one.high).toBeGreaterThanOrEqual(one.rr);
			})
		);
	});

	test('an empty field of the table gives a finite range, and says that it was corrected', () => {
		const found = relativeLikelihood([0, 40, 12, 30]);
		expect(found.zeroCorrected).toBe(true);
		for (const each of [found.rr, found.low, found.high, found.p]) expect(Number.isFinite(each)).toBe(true);
	});

	test('q is never below p, keeps the order of the ps, and does not depend on how they are listed', () => {
		const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(ps, (given) => {
				const qs = falseDiscovery(given);
				given.forEach((p, at) => expect(qs[at]).toBeGreaterThanOrEqual(p));
				const back = falseDiscovery([...given].reverse()).toReversed();
				expect(back).toEqual(qs);
			})
		);
	});

	const sure: Likelihood = { rr: 2, low: 1.5, high: 3, p: 0.001, zeroCorrected: false, morePercent: 100 };
	test.each<[string, Table, Partial<Likelihood>, number, string | null]>([
		['thirty in each arm and ten events in each', [20, 10, 10, 20], {}, 0.01, null],
		['29 who are exposed', [20, 9, 10, 20], {}, 0.01, 'few-companies'],
		['29 who are not', [20, 10, 10, 19], {}, 0.01, 'few-companies'],
		['nine events', [20, 10, 9, 30], {}, 0.01, 'few-events'],
		['q at the limit', [20, 10, 10, 20], {}, 0.05, null],
		['q above it', [20, 10, 10, 20], {}, 0.051, 'not-significant'],
		['a range that holds 1', [20, 10, 10, 20], { low: 0.98 }, 0.01, 'range-holds-1']
	])('%s', (_, table, change, q, because) => expect(withheld(table, { ...sure, ...change }, q)).toBe(because));
});

describe('change', () => {
	test.each(vectorsOf<{ before: number; after: number; sem: number }, { rci: number; real: boolean }>('change.rci'))(
		'$id',
		({ input, expected }) => {
			const found = reliableChange(input.before, input.after, input.sem);
			near(found.rci, expected.rci);
			expect(found.real).toBe(expected.real);
		}
	);

	test('a fall is as real as a rise', () => {
		expect(reliableChange(720, 610, 38).real).toBe(true);
		expect(reliableChange(700, 700, 38)).toEqual({ rci: 0, real: false });
	});

	type Link = { meanA: number; sdA: number; meanB: number; sdB: number; x: number[] };
	test.each(vectorsOf<Link, { linked: number[] }>('version.link'))('$id', ({ input, expected }) => {
		const [a, b] = [
			{ mean: input.meanA, sd: input.sdA },
			{ mean: input.meanB, sd: input.sdB }
		];
		expect(input.x.map((x) => linked(x, a, b))).toEqual(expected.linked);
		expect(linked(1000, { mean: 990, sd: 100 }, { mean: 500, sd: 50 })).toBe(1000);
		expect(linked(0, { mean: 10, sd: 100 }, { mean: 500, sd: 50 })).toBe(0);
	});

	type Few = { n: number; icc1: number; mean: number; grand: number };
	test.each(vectorsOf<Few, { lambda: number; shrunken: number }>('shrinkage'))('$id', ({ input, expected }) => {
		const found = shrunken(input.n, input.icc1, input.mean, input.grand);
		near(found.lambda, expected.lambda);
		near(found.mean, expected.shrunken);
	});
});
