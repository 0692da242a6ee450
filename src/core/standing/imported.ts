// What others published → an edition that a standing can be read from, about: its bins, never its scores.
import type { Benchmark } from '#core/instrument/benchmark.ts';
import type { Bin } from './bins.ts';
import { BIN, BINS, type Cell, type Edition, type Measure } from './edition.ts';
import type { PublishedEdition, PublishedMeasure } from './published.ts';

/**
 * The edition of published figures. An index without a distribution gives no standing and is left out, and so is a
 * group that has none. `source` is what its readers are told of where it comes from; never empty.
 */
export function editionOf({ cells, ...about }: PublishedEdition, source: string): Edition {
	const told = cells.flatMap(({ dimensions, measures }): readonly Cell[] => {
		const entries = Object.entries(measures).flatMap(([index, figures]): readonly (readonly [string, Measure])[] => {
			const measure = measureOf(figures);
			return measure === null ? [] : [[index, measure]];
		});
		return entries.length === 0 ? [] : [{ dimensions, measures: Object.fromEntries(entries) }];
	});
	return { ...about, source, cells: told };
}

/** The edition of a benchmark of the content: one group, of everybody who was asked there. */
export function benchmarkEdition(instrument: string, benchmark: Benchmark): Edition {
	const { id, source, url, date, population, version, measures } = benchmark;
	const figures = Object.entries(measures).map(([index, each]) => [index, { ...each, tails: null }] as const);
	const published: PublishedEdition = {
		id: `${instrument}-${id}`,
		date,
		instrument: { id: instrument, version },
		demonstration: false,
		source: `${source}: ${population} (${url})`,
		cells: [{ dimensions: {}, measures: Object.fromEntries(figures) }]
	};
	return editionOf(published, published.source);
}

/** That no company holds over a quarter was said; so many it holds at most. */
function measureOf({ n, companies, median, quartiles, tails, bins }: PublishedMeasure): Measure | null {
	if (bins === null) return null;
	const maxOrg = Math.min(Math.floor(n / 4), n - companies + 1);
	return { n, orgs: companies, maxOrg, bins: spread(bins), median, quartiles, ...(tails === null ? {} : { tails }) };
}

/**
 * Members of merged bins, spread over the bins of 50 tenths in whole numbers: each has its equal share, rounded down or
 * up, and those that have one more lie as far apart as they can. The score 1000 alone has none of its own: its members
 * stand in the bin before.
 */
function spread(shown: readonly Bin[]): readonly number[] {
	const bins = new Array<number>(BINS).fill(0);
	for (const { from, to, count } of shown) {
		const [first, parts] = [from / BIN, (to - from) / BIN];
		for (let part = 0; part < parts; part += 1)
			bins[first + part] = Math.floor(((part + 1) * count) / parts) - Math.floor((part * count) / parts);
	}
	return bins;
}
