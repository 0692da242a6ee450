// What was counted for the study → the JSON that it is kept as, and back: the same text for the same counts.
import type { Groups } from '#core/group/agreement.ts';
import type { StudyPlan } from './study-plan.ts';
import { emptyStudy, type Held, type StudyTally } from './study-tally.ts';

type Pairs = readonly (readonly [number, number])[];
type KeptHeld = { readonly counts: Pairs; readonly sizes: Pairs | null };

/** Lists are in the order of the instrument's plan. */
export type KeptStudy = {
	readonly companies: number;
	readonly responses: number;
	readonly indices: readonly {
		readonly n: number;
		readonly sums: readonly number[];
		readonly products: readonly number[];
		readonly held: KeptHeld;
		readonly bySize: readonly (readonly [size: number, groups: number, sum: number, squares: number, totals: string])[];
	}[];
	readonly questions: readonly KeptHeld[];
	readonly areas: readonly KeptHeld[];
	readonly tables: StudyTally['tables'];
	readonly composition: readonly (readonly (readonly [option: string, companies: number])[])[];
};

export const keptStudy = (tally: StudyTally): KeptStudy => ({
	companies: tally.companies,
	responses: tally.responses,
	indices: tally.indices.map(({ rows, held, bySize }) => ({
		n: rows.n,
		sums: [...rows.sums],
		products: [...rows.products],
		held: keptHeld(held),
		bySize: [...bySize]
			.sort(([one], [other]) => one - other)
			.map(([size, { groups, sum, squares, totals }]) => [size, groups, sum, squares, String(totals)])
	})),
	questions: tally.questions.map(keptHeld),
	areas: tally.areas.map(keptHeld),
	tables: tally.tables,
	composition: tally.composition.map((options) => [...options].sort(([one], [other]) => (one < other ? -1 : 1)))
});

/** What was kept of an instrument with this plan. */
export function studyTallyOf(plan: StudyPlan, kept: KeptStudy): StudyTally {
	const empty = emptyStudy(plan);
	return {
		companies: kept.companies,
		responses: kept.responses,
		indices: kept.indices.map(({ n, sums, products, held, bySize }) => ({
			rows: { n, sums: Float64Array.from(sums), products: Float64Array.from(products) },
			held: heldOf(held),
			bySize: new Map(
				bySize.map(([size, groups, sum, squares, totals]): [number, Groups] => [
					size,
					{ groups, sum, squares, totals: BigInt(totals) }
				])
			)
		})),
		questions: kept.questions.map(heldOf),
		areas: kept.areas.map(heldOf),
		tables: empty.tables.map((none, at) => kept.tables[at] ?? none),
		composition: kept.composition.map((options) => new Map(options))
	};
}

export const pairsOf = (counts: Uint32Array): Pairs => {
	const pairs: [number, number][] = [];
	for (const [score, held] of counts.entries()) if (held > 0) pairs.push([score, held]);
	return pairs;
};

const keptHeld = ({ counts, sizes }: Held): KeptHeld => ({
	counts: pairsOf(counts),
	sizes: sizes && [...sizes].sort(([one], [other]) => one - other)
});

function heldOf({ counts, sizes }: KeptHeld): Held {
	const all = new Uint32Array(1001);
	for (const [score, held] of counts) all[score] = held;
	return { counts: all, sizes: sizes && new Map(sizes) };
}
