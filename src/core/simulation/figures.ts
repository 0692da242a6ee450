// The scores of many respondents → spread and correlation of the indices.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { shownBins } from '#core/standing/bins.ts';
import { BIN } from '#core/standing/edition.ts';
import { correlation, moments } from './moments.ts';
import type { Distribution, Summary } from './summary.ts';

/** Indices in points. Pairs are compared only where neither is made of the other. */
export function indexFigures(
	{ indices }: Instrument,
	respondents: readonly Pick<Scores, 'indices'>[]
): Pick<Summary, 'indices' | 'distributions' | 'correlations'> {
	const points = (id: string): readonly (number | null)[] =>
		respondents.map((scores) => {
			const tenths = scores.indices[id]?.tenths ?? null;
			return tenths === null ? null : tenths / 10;
		});
	const columns = indices.map(({ id }) => ({ id, values: points(id) }));
	const held = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);
	const plain = columns.filter(({ id }) => indices.some((index) => index.id === id && index.of === null));
	const pairs = plain.flatMap((a, at) => plain.slice(at + 1).map((b) => [a, b] as const));
	return {
		indices: columns.map(({ id, values }) => {
			const all = held(values);
			return {
				index: id,
				n: all.length,
				...moments(all),
				least: all.reduce((least, value) => Math.min(least, value), 100),
				most: all.reduce((most, value) => Math.max(most, value), 0)
			};
		}),
		distributions: columns.map(({ id, values }) => distribution(id, held(values))),
		correlations: pairs.map(([a, b]) => ({
			indices: [a.id, b.id],
			r: correlation(
				a.values.flatMap((first, at) => {
					const second = b.values[at] ?? null;
					return first === null || second === null ? [] : [[first, second] as const];
				})
			)
		}))
	};
}

/** From points; the last bin counts those with all of them. */
function distribution(index: string, points: readonly number[]): Distribution {
	const tenths = points.map((each) => Math.round(each * 10)).toSorted((a, b) => a - b);
	const counts = Array.from({ length: 1000 / BIN + 1 }, () => 0);
	for (const each of tenths) counts[Math.floor(each / BIN)] = (counts[Math.floor(each / BIN)] ?? 0) + 1;
	const at = (share: number): number => tenths[Math.floor(tenths.length * share)] ?? 0;
	return {
		index,
		bins: shownBins(counts),
		quartiles: tenths.length === 0 ? null : [at(0.25), at(0.5), at(0.75)]
	};
}
