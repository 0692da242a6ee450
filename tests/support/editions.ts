// Scores → what an edition says of them; and editions of any size, for what has to hold of all of them.
import fc from 'fast-check';
import { rdiv } from '#core/scores/arithmetic.ts';
import { BIN, BINS, type Cell, type Edition, type Measure } from '#core/standing/edition.ts';

/** One member each; each is a company unless `orgs` says otherwise. */
export function scoredMeasure(tenths: readonly number[], orgs = tenths.length, maxOrg = 1): Measure {
	const sorted = tenths.toSorted((one, other) => one - other);
	const n = sorted.length;
	const at = (rank: number): number => sorted[rank - 1] ?? 0;
	const bins = new Array<number>(BINS).fill(0);
	for (const each of sorted) bins[Math.floor(each / BIN)] = (bins[Math.floor(each / BIN)] ?? 0) + 1;
	return {
		n,
		orgs,
		maxOrg,
		bins,
		median: rdiv(at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1), 2),
		quartiles: [at(Math.ceil(n / 4)), at(Math.ceil((3 * n) / 4))],
		tails: [at(Math.ceil(n / 10)), at(Math.ceil((9 * n) / 10))],
		scores: [...new Set(sorted)].map((score) => [score, sorted.filter((each) => each === score).length]),
		told: '2026-03-01T00:00:00.000Z'
	};
}

/** Scores as they come: all over the scale, heaped at few points, or at its ends. */
const someScores = fc.oneof(
	fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 120 }),
	fc.array(fc.constantFrom(0, 3, 250, 499, 500, 950, 999, 1000), { minLength: 1, maxLength: 120 }),
	fc.array(fc.integer({ min: 940, max: 1000 }), { minLength: 20, maxLength: 80 })
);

/** Never more companies than members, nor one that holds more than the others leave it. */
const someMeasure = fc
	.tuple(someScores, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30))
	.map(([scores, share, most]) => {
		const orgs = Math.max(1, Math.round(share * scores.length));
		return scoredMeasure(
			scores,
			orgs,
			Math.min(scores.length - orgs + 1, Math.max(Math.ceil(scores.length / orgs), most))
		);
	});

/** What everybody shares. */
const nothing: Cell['dimensions'] = {};

const someCells: fc.Arbitrary<readonly Cell[]> = fc
	.uniqueArray(fc.constantFrom('', 'maker', 'owner', 'apprentice'), { maxLength: 4 })
	.chain((roles) =>
		fc.tuple(
			...roles.map((role) =>
				fc
					.dictionary(fc.constantFrom('company', 'reach', 'personal'), someMeasure, {
						minKeys: 1,
						noNullPrototype: true
					})
					.map((measures): Cell => ({ dimensions: role === '' ? nothing : { role }, measures }))
			)
		)
	);

/** Of the small good instrument. */
export const someEditions: fc.Arbitrary<Edition> = someCells.map((cells) => ({
	id: 'some-edition',
	date: '2026-03-01',
	instrument: { id: 'tiny', version: '1.0.0' },
	demonstration: false,
	source: '',
	cells
}));
