// An edition in memory gives every reader the standing that its document gives, worked out the slow way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/answers/answers.ts';
import type { Scores } from '#core/scores/scores.ts';
import { BIN, BINS, type Edition, type Measure } from '#core/standing/edition.ts';
import { held, sizeOf } from '#core/standing/held.ts';
import type { Own } from '#core/standing/own.ts';
import { percentRangeOf, rangeOf } from '#core/standing/range.ts';
import { standing } from '#core/standing/standing.ts';
import { bytesIn, countsIn, totalsOf } from '#core/standing/totals.ts';
import { benchmarked } from '../../support/companies.ts';
import { editionOf } from '../../support/edition.ts';
import { plainStanding } from '../../support/plain-standing.ts';

type Pairs = readonly (readonly [tenths: number, members: number])[];

const ascending = (scores: Pairs): Pairs => [...scores].sort(([one], [other]) => one - other);
/** Few scores or nearly every one, with few members or with more than 16 bits count. */
const someScores: fc.Arbitrary<Pairs> = fc
	.tuple(fc.constantFrom(12, 60, 400), fc.constantFrom(1, 3, 40, 9000), fc.constantFrom(0, 5))
	.chain(([scores, members, step]) =>
		fc.uniqueArray(
			fc.tuple(
				step === 0 ? fc.integer({ max: 1000, min: 0 }) : fc.integer({ min: 80, max: 120 }).map((each) => step * each),
				fc.integer({ min: 1, max: members })
			),
			{ selector: ([tenths]) => tenths, minLength: 1, maxLength: scores, size: 'max' }
		)
	)
	.map(ascending);

const measureOf = (scores: Pairs, orgs: number, maxOrg: number, told: boolean): Measure => {
	const n = scores.reduce((sum, [, members]) => sum + members, 0);
	const bins = Array.from({ length: BINS }, (_, at) =>
		scores.reduce((sum, [tenths, members]) => sum + (Math.floor(tenths / BIN) === at ? members : 0), 0)
	);
	const about = { n, orgs: Math.max(1, n - orgs), maxOrg, bins, median: 500, quartiles: [400, 600] as const };
	return told ? { ...about, scores, told: '2026-03-01' } : about;
};
const someMeasure = fc
	.tuple(someScores, fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.boolean())
	.map(([scores, orgs, maxOrg, told]) => measureOf(scores, orgs, maxOrg, told || orgs > 0));

const groups = [{ industry: 'a', size: 's' }, { industry: 'a' }, { size: 's' }, { role: 'seller' }, {}] as const;
const indices = ['value', 'number', 'company', 'me'] as const;

/** Each group tells of some of the indices; some are not there at all. */
const someEdition: fc.Arbitrary<Edition> = fc
	.tuple(...groups.map(() => fc.option(fc.dictionary(fc.constantFrom(...indices), someMeasure), { freq: 5 })))
	.map((all) =>
		editionOf(
			benchmarked,
			groups.flatMap((dimensions, at) => {
				const measures = all[at];
				return measures ? [{ dimensions, measures }] : [];
			})
		)
	);

type Reader = { readonly tenths: Readonly<Record<string, number>>; readonly given: Readonly<Record<string, string>> };

const option = (...options: readonly string[]) => fc.constantFrom(...options);
/** Whoever reads has scores that others hold, and answered the questions of some groups or of none. */
const readerOf = (edition: Edition): fc.Arbitrary<Reader> => {
	const scores = edition.cells.flatMap((each) =>
		Object.values(each.measures).flatMap((measure) => (measure.scores ?? []).map(([tenths]) => tenths))
	);
	const tenths = fc.oneof(fc.nat(1000), fc.constantFrom(500, ...scores));
	return fc.record({
		tenths: fc.dictionary(fc.constantFrom(...indices), tenths),
		given: fc.record(
			{ industry: option('a', 'a', 'b'), size: option('s', 's', 'm'), role: option('seller') },
			{ requiredKeys: [] }
		)
	});
};
const ownOf = ({ given, tenths }: Reader): fc.Arbitrary<readonly Own[]> =>
	fc.array(
		fc.record({
			about: fc.constantFrom('company' as const, 'personal' as const),
			dimensions: fc.constantFrom(given, { ...given, industry: 'b' }, {}),
			tenths: fc.constantFrom(tenths, { ...tenths, company: 500 }),
			since: fc.constantFrom('2026-02-01', '2026-03-01', '2026-03-02')
		}),
		{ maxLength: 5 }
	);
const somebody = someEdition.chain((edition) =>
	readerOf(edition).chain((reader) => fc.tuple(fc.constant(edition), fc.constant(reader), ownOf(reader)))
);

test('everybody stands where the document says, whatever their own company put into it', () => {
	let compared = 0;
	fc.assert(
		fc.property(somebody, ([edition, { given, tenths }, own]) => {
			const answers: Answers = {
				path: [],
				given: Object.fromEntries(
					Object.entries(given).map(([question, value]) => [question, { state: 'answered' as const, value }])
				)
			};
			const scores = {
				questions: {},
				areas: {},
				indices: Object.fromEntries(Object.entries(tenths).map(([id, each]) => [id, { tenths: each }]))
			} as unknown as Scores;
			const plain = plainStanding(benchmarked, answers, scores, edition, own);
			for (const each of [edition, held(edition)]) {
				const { edition: _, ...found } = standing(benchmarked, answers, scores, each, own) ?? {};
				expect(found).toEqual(plain);
			}
			if (plain.indices['company']?.mode === 'percent') compared += 1;
		}),
		{ numRuns: 200 }
	);
	expect(compared).toBeGreaterThan(15);
});

describe('totals', () => {
	test('say of every score how many are below, at and above it', () => {
		fc.assert(
			fc.property(someScores, (scores) => {
				const totals = totalsOf(scores);
				const sum = (is: (tenths: number) => boolean): number =>
					scores.reduce((all, [tenths, members]) => all + (is(tenths) ? members : 0), 0);
				for (let tenths = 0; tenths <= 1000; tenths += 1)
					if (tenths % 50 < 2 || scores.some(([each]) => Math.abs(each - tenths) < 2))
						expect(countsIn(totals, tenths)).toEqual({
							below: sum((each) => each < tenths),
							equal: sum((each) => each === tenths),
							above: sum((each) => each > tenths)
						});
			}),
			{ numRuns: 60 }
		);
	});

	test('take no more than four bytes for each score that may be held, and little where few are', () => {
		const every: Pairs = Array.from({ length: 1001 }, (_, tenths) => [tenths, 10_000]);
		expect(bytesIn(totalsOf(every))).toBe(4 * 1001);
		expect(bytesIn(totalsOf(every.map(([tenths]) => [tenths, 60])))).toBe(2 * 1001);
		expect(bytesIn(totalsOf(every.filter(([tenths]) => tenths % 100 === 0)))).toBe(11 * 6);
		const edition = editionOf(benchmarked, [{ dimensions: {}, measures: { company: measureOf(every, 0, 1, true) } }]);
		expect(sizeOf(held(edition))).toBeGreaterThan(4 * 1001);
	});
});

test('the range in per cent is the exact one, rounded outward, in groups of every size', () => {
	const some = fc.tuple(fc.double({ min: 0, max: 15, noNaN: true }), fc.integer({ min: -3, max: 3 }));
	const count = some.map(([power, more]) => Math.max(0, Math.round(Math.exp(power)) + more));
	fc.assert(
		fc.property(count, count, count, (below, equal, above) => {
			const { low, high } = rangeOf({ below, equal, above });
			expect(percentRangeOf({ below, equal, above })).toEqual({
				lowPercent: Math.floor(100 * low),
				highPercent: Math.ceil(100 * high)
			});
		}),
		{ numRuns: 5000 }
	);
});
