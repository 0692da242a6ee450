// Counted groups and the edition before → the next edition: immutable, with those groups renewed that changed enough.
import { canonicalJson } from '#core/instrument/canonical.ts';
import { BIN, BINS, nameOf, type Cell, type Edition, type Measure } from '#core/standing/edition.ts';
import { FEWEST_COMPANIES, givesAway } from '#core/standing/publish.ts';
import type { Changes } from './changes.ts';
import { quantilesOf } from './quantiles.ts';
import { tellingOf } from './telling.ts';
import type { Tallies, Tally } from './tally.ts';

export type Next = {
	readonly about: Omit<Edition, 'cells'>;
	readonly previous: Edition | null;
	/** By the name of a tally: which companies changed in it since it was last told anew. */
	readonly changed: ReadonlyMap<string, Changes>;
	/** The count that this is told of, ISO 8601. */
	readonly stamp: string;
	/** The names of tallies that may not be told anew, whatever changed in them. */
	readonly refused?: ReadonlySet<string>;
};

export type Built = {
	readonly edition: Edition;
	/** The names of the tallies that are told, and of those told anew: what changed in these counts from here. */
	readonly told: ReadonlySet<string>;
	readonly renewed: readonly string[];
};

/**
 * The edition that follows (method, section 7). The same tallies, changes and edition before give the same to the byte,
 * whatever order the companies came in.
 */
export function nextEdition(tallies: Tallies, { about, previous, changed, stamp, refused }: Next): Built {
	const before = new Map(previous?.cells.map(({ dimensions, measures }) => [nameOf(dimensions), measures]) ?? []);
	const { told, renewed } = tellingOf(tallies, (tally) => keptOf(tally, before), changed, refused);
	const cells = new Map<string, Cell>();
	for (const name of [...told].sort()) {
		const tally = tallies.get(name);
		if (tally === undefined) continue;
		const key = nameOf(tally.dimensions);
		const measures = renewed.has(name) ? toldIn(tally, stamp) : keptOf(tally, before);
		const known = cells.get(key);
		cells.set(key, { dimensions: tally.dimensions, measures: { ...known?.measures, ...measures } });
	}
	const ordered = [...cells.values()].sort((one, other) =>
		nameOf(one.dimensions) < nameOf(other.dimensions) ? -1 : 1
	);
	return { edition: { ...about, cells: ordered.map(sorted) }, told, renewed: [...renewed].sort() };
}

/** Whether two editions say the same of everybody. */
export const saysTheSame = (one: Edition, other: Edition): boolean =>
	canonicalJson(one.cells) === canonicalJson(other.cells);

type Measures = Readonly<Record<string, Measure>>;

/** What the edition before said of the indices of this tally. */
function keptOf({ dimensions, scores }: Tally, before: ReadonlyMap<string, Measures>): Measures {
	const all = before.get(nameOf(dimensions)) ?? {};
	return Object.fromEntries(Object.entries(all).filter(([index]) => scores.has(index)));
}

/** An index that 1 to 4 members of the group have, or lack, is left out: it would show who they are. */
function toldIn({ n, companies, sizes, scores }: Tally, stamp: string): Measures {
	const most = Math.max(...sizes.keys());
	return Object.fromEntries(
		[...scores].flatMap(([index, histogram]): readonly (readonly [string, Measure])[] => {
			const measured = histogram.reduce((sum, each) => sum + each, 0);
			if (measured < FEWEST_COMPANIES || givesAway(n - measured)) return [];
			return [[index, { ...measureOf(histogram, measured, Math.min(companies, measured), most), told: stamp }]];
		})
	);
}

/** From so many members on, the tenth and the ninetieth in a hundred are told. */
const TAILS = 50;

function measureOf(histogram: Uint32Array, n: number, orgs: number, maxOrg: number): Measure {
	const bins = new Array<number>(BINS).fill(0);
	const scores: [number, number][] = [];
	for (const [tenths, held] of histogram.entries()) {
		if (held === 0) continue;
		const bin = Math.floor(tenths / BIN);
		bins[bin] = (bins[bin] ?? 0) + held;
		scores.push([tenths, held]);
	}
	const { median, quartiles, tails } = quantilesOf(scores, n);
	return { n, orgs, maxOrg, bins, median, quartiles, ...(n < TAILS ? {} : { tails }), scores };
}

const sorted = ({ dimensions, measures }: Cell): Cell => ({
	dimensions: Object.fromEntries(Object.entries(dimensions).sort()),
	measures: Object.fromEntries(Object.entries(measures).sort(([one], [other]) => (one < other ? -1 : 1)))
});
