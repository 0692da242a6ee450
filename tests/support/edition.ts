// Benchmark editions for tests: as many members as wanted, spread evenly over the scale.
import type { Instrument } from '#core/instrument/instrument.ts';
import { BINS, type Cell, type Edition, type Measure } from '#core/standing/edition.ts';

/** Members from the lowest bin upwards, one at a time, round and round. */
export const measureOf = (n: number, more: Partial<Measure> = {}): Measure => ({
	n,
	orgs: n,
	maxOrg: 1,
	bins: Array.from({ length: BINS }, (_, at) => Math.floor(n / BINS) + (at < n % BINS ? 1 : 0)),
	median: 500,
	quartiles: [250, 750],
	...more
});

/** The same measure for every index. */
export const cellOf = (
	instrument: Instrument,
	dimensions: Readonly<Record<string, string>>,
	measure: Measure
): Cell => ({
	dimensions,
	measures: Object.fromEntries(instrument.indices.map(({ id }) => [id, measure]))
});

export const editionOf = (instrument: Instrument, cells: readonly Cell[], more: Partial<Edition> = {}): Edition => ({
	id: 'spring-2026',
	date: '2026-03-01',
	instrument: { id: instrument.id, version: instrument.version },
	demonstration: false,
	source: 'the study of spring',
	cells,
	...more
});

/** So many members in the group of all. */
export const peersOf = (instrument: Instrument, n: number, more: Partial<Edition> = {}): Edition =>
	editionOf(instrument, [cellOf(instrument, {}, measureOf(n))], more);
