// An edition as it is kept → the figures of it that may leave the server, and nothing else.
import { shownBins, type Bin } from './bins.ts';
import type { Cell, Edition, Measure } from './edition.ts';
import { chooseRung } from './ladder.ts';

/**
 * One index among the members of a peer group. It is here only where a report would say a percentage of it: 20 members,
 * 5 companies, none of which holds over a quarter. In tenths.
 */
export type PublishedMeasure = {
	readonly n: number;
	/** Companies among the members. */
	readonly companies: number;
	readonly median: number;
	readonly quartiles: readonly [lower: number, upper: number];
	/** The tenth and the ninetieth in a hundred; null below 50 members, and where they were not counted. */
	readonly tails: readonly [tenth: number, ninetieth: number] | null;
	/** The distribution, neighbours merged until each holds 5 members; null below 30 members. */
	readonly bins: readonly Bin[] | null;
};

export type PublishedCell = {
	readonly dimensions: Cell['dimensions'];
	/** By index id; never empty. */
	readonly measures: Readonly<Record<string, PublishedMeasure>>;
};

export type PublishedEdition = Omit<Edition, 'cells'> & { readonly cells: readonly PublishedCell[] };

/** From so many members on, the distribution and the tails are told (method, section 7). */
const FROM = { bins: 30, tails: 50 };

type ToldMeasure = Omit<Measure, 'scores'>;

/** An edition whose scores take no part in it, however they are kept. */
type Told = Omit<Edition, 'cells'> & {
	readonly cells: readonly {
		readonly dimensions: Cell['dimensions'];
		readonly measures: Readonly<Record<string, ToldMeasure>>;
	}[];
};

/** What may leave the server of an edition. A group of which nothing may be told is left out. */
export function publishedOf({ id, date, instrument, demonstration, source, cells }: Told): PublishedEdition {
	const told = cells.flatMap(({ dimensions, measures }): readonly PublishedCell[] => {
		const entries = Object.entries(measures).filter(([, measure]) => isTold(measure));
		if (entries.length === 0) return [];
		return [{ dimensions, measures: Object.fromEntries(entries.map(([index, each]) => [index, figuresOf(each)])) }];
	});
	return { id, date, instrument, demonstration, source, cells: told };
}

const isTold = ({ n, orgs, maxOrg }: ToldMeasure): boolean =>
	chooseRung([{ key: '', n, orgs, maxOrg }])?.mode === 'percent';

const figuresOf = ({ n, orgs, median, quartiles, tails, bins }: ToldMeasure): PublishedMeasure => ({
	n,
	companies: orgs,
	median,
	quartiles,
	tails: n >= FROM.tails ? (tails ?? null) : null,
	bins: n >= FROM.bins ? shownBins(bins) : null
});
