// Benchmark editions for tests: as many members as wanted, spread evenly over the scale.
import type { Instrument } from '#core/instrument/instrument.ts';
import { BIN, BINS, type Cell, type Edition, type Measure } from '#core/standing/edition.ts';
import type { ItemStudy, Study } from '#core/study/study.ts';

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

/** The same counted here: how many hold each score in tenths, and the bins that these make. */
export const countedOf = (scores: Readonly<Record<number, number>>, more: Partial<Measure> = {}): Measure => {
	const held = Object.entries(scores).map(([tenths, members]) => [Number(tenths), members] as const);
	const bins = Array.from({ length: BINS }, (_, at) =>
		held.reduce((sum, [tenths, members]) => sum + (Math.floor(tenths / BIN) === at ? members : 0), 0)
	);
	const n = held.reduce((sum, [, members]) => sum + members, 0);
	return measureOf(n, { bins, scores: held, told: '2026-03-01T00:00:00.000Z', ...more });
};

/** A study of so many on every scored question and every area, all with the same figures. */
export const studyOf = (
	{ id, version, questions, areas }: Instrument,
	item: ItemStudy,
	more: Partial<Study> = {}
): Study => ({
	edition: 'spring-2026',
	date: '2026-03-01',
	instrument: { id, version },
	demonstration: false,
	companies: item.n,
	responses: item.n,
	composition: [],
	indices: [],
	questions: Object.fromEntries(questions.map((question) => [question.id, item])),
	areas: Object.fromEntries(areas.map((area) => [area.id, item])),
	findings: [],
	...more
});
