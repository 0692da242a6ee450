// From how many on a part of the study is told, and what is told of a practice, by hand-made counts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaMedians } from '#core/study/area-medians.ts';
import { findingsOf } from '#core/study/study-findings.ts';
import { FROM, isToldFrom, membersOf } from '#core/study/study-limits.ts';
import { studyPlanOf } from '#core/study/study-plan.ts';
import type { Held, StudyTally } from '#core/study/study-tally.ts';
import { studyOf } from '../../support/edition.ts';
import { noStudy, studied } from '../../support/studied.ts';

/** People of companies of these sizes; null: so many companies of one. */
function held(sizes: readonly number[] | number): Held {
	const n = typeof sizes === 'number' ? sizes : sizes.reduce((sum, each) => sum + each, 0);
	const counts = new Uint32Array(1001);
	counts[500] = n;
	if (typeof sizes === 'number') return { counts, sizes: null };
	const bySize = new Map<number, number>();
	for (const size of sizes) bySize.set(size, (bySize.get(size) ?? 0) + 1);
	return { counts, sizes: bySize };
}

describe('members', () => {
	test.each<[number[] | number, ReturnType<typeof membersOf>]>([
		[0, { n: 0, companies: 0, most: 1 }],
		[7, { n: 7, companies: 7, most: 1 }],
		[[], { n: 0, companies: 0, most: 0 }],
		[[3, 1, 3], { n: 7, companies: 3, most: 3 }]
	])('of %j', (sizes, expected) => expect(membersOf(held(sizes))).toEqual(expected));

	test.each<[string, number, number[] | number, boolean]>([
		['exactly enough', 20, 20, true],
		['one too few', 20, 19, false],
		['five companies, of which none holds over a quarter', 20, [5, 5, 5, 4, 1], true],
		['four companies', 20, [5, 5, 5, 5], false],
		['one that holds a quarter and one person more', 20, [6, 5, 4, 4, 1], false],
		['one that holds a quarter of more', 20, [6, 6, 6, 5, 1], true],
		['five companies of too few', 20, [4, 4, 4, 4, 3], false],
		['nobody, where nobody is enough', 0, [], false]
	])('%s', (_, least, sizes, isTold) => expect(isToldFrom(least, held(sizes))).toBe(isTold));

	test('a told part never becomes untold by one more company of one', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 14 }), (sizes) => {
				if (isToldFrom(FROM.scores, held(sizes))) expect(isToldFrom(FROM.scores, held([...sizes, 1]))).toBe(true);
			})
		);
	});
});

describe('findings', () => {
	const plan = studyPlanOf(studied);
	type Table = StudyTally['tables'][number];
	const found = (responses: number, ...tables: readonly Table[]) =>
		findingsOf(plan, { ...noStudy(), responses, tables });
	const strong: Table = [60, 20, 20, 60];

	test('stand in the order of the content, each once', () => {
		expect(found(200, strong, [0, 0, 0, 0]).map(({ exposure, withheld }) => [exposure, withheld])).toEqual([
			['v1', null],
			['many', 'few-companies']
		]);
	});

	test.each<[string, number, Table, string | null]>([
		['99 responses', 99, strong, 'few-responses'],
		['100 responses', 100, strong, null],
		['29 with it', 200, [20, 9, 20, 60], 'few-companies'],
		['29 without it', 200, [60, 20, 10, 19], 'few-companies'],
		['9 of them reached it', 200, [9, 60, 30, 30], 'few-events'],
		['9 of the others', 200, [60, 20, 9, 60], 'few-events'],
		['both alike', 200, [30, 30, 30, 30], 'not-significant'],
		// Too few companies is said before too few events, and that before chance.
		['few of everything', 200, [1, 2, 1, 2], 'few-companies']
	])('of %s', (_, responses, table, because) => {
		const [finding] = found(responses, table, [30, 30, 30, 30]);
		expect([finding?.withheld, finding?.told === null]).toEqual([because, because !== null]);
	});

	test('say both shares half up, and the likelihood in three digits', () => {
		expect(found(400, [61, 39, 40, 84], strong)[0]?.told).toMatchObject({
			rr: 1.891,
			morePercent: 89,
			exposed: { companies: 100, percent: 61 },
			others: { companies: 124, percent: 32 }
		});
	});

	test('are less, where the practice goes with failure', () => {
		const told = found(400, [20, 60, 60, 20], strong)[0]?.told;
		expect(told).toMatchObject({ rr: 0.333, morePercent: -67 });
		expect(told?.high).toBeLessThan(1);
	});

	test('that are told hold their limits, whatever was counted', () => {
		const some = fc.tuple(...([0, 1, 2, 3] as const).map(() => fc.nat({ max: 120 }))) as fc.Arbitrary<Table>;
		fc.assert(
			fc.property(some, some, fc.nat({ max: 300 }), (one, other, responses) => {
				for (const [at, { told, withheld }] of found(responses, one, other).entries()) {
					const [a, b, c, d] = [one, other][at] ?? one;
					expect(told === null).toBe(withheld !== null);
					if (told === null) continue;
					expect([responses >= 100, a + b >= 30, c + d >= 30, a >= 10, c >= 10, told.q <= 0.05]).not.toContain(false);
					expect(told.low > 1 || told.high < 1).toBe(true);
					// Both are rounded, so they may be 0, and never of two minds.
					expect(Math.sign(told.exposed.percent - told.others.percent) * told.morePercent).toBeGreaterThanOrEqual(0);
					expect(told.low).toBeLessThanOrEqual(told.rr);
					expect(told.high).toBeGreaterThanOrEqual(told.rr);
				}
			}),
			{ numRuns: 300 }
		);
	});
});

describe('medians of areas that move priorities', () => {
	const item = { n: 40, median: 610, quartiles: [500, 700] } as const;

	test.each([
		['of the same instrument', {}, { worth: 610, many: 610 }],
		['of a minor version before', { instrument: { id: studied.id, version: '1.9.2' } }, { worth: 610, many: 610 }],
		['of another major', { instrument: { id: studied.id, version: '2.0.0' } }, {}],
		['of another instrument', { instrument: { id: 'other', version: studied.version } }, {}],
		['that tells of no area', { areas: {} }, {}]
	])('a study %s', (_, more, expected) => expect(areaMedians(studyOf(studied, item, more), studied)).toEqual(expected));

	test('without a study there are none', () => expect(areaMedians(null, studied)).toEqual({}));
});
