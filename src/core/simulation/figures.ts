// The scores of many respondents → spread and correlation of the indices.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { correlation, moments } from './moments.ts';
import type { Summary } from './summary.ts';

/** Indices in points. Pairs are compared only where neither is made of the other. */
export function indexFigures(
	{ indices }: Instrument,
	respondents: readonly Pick<Scores, 'indices'>[]
): Pick<Summary, 'indices' | 'correlations'> {
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
