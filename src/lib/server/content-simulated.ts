// The summary of a simulation → its rows under the titles that people know, for the studio.
import type { Instrument } from '#core/instrument/instrument.ts';
import { refsOf } from '#core/report/content-pages/facts.ts';
import type { PartKind } from '#core/report/content-pages/pages.ts';
import type { Summary } from '#core/simulation/summary.ts';
import { sourceOf } from './content-list.ts';

export function simulated(instrument: Instrument, summary: Summary) {
	const titles = (kind: PartKind): ((id: string) => string) => {
		const refs = new Map(refsOf(sourceOf(instrument), kind).map(({ id, text }) => [id, text]));
		return (id) => refs.get(id) ?? id;
	};
	const [index, area, pattern] = [titles('indices'), titles('areas'), titles('patterns')];
	const lies = new Map(summary.distributions.map((each) => [each.index, each]));
	const { indices, keyAreas, patterns, correlations, distributions: _, ...rest } = summary;
	return {
		summary: rest,
		indices: indices.map(({ index: id, ...figures }) => ({
			id,
			title: index(id),
			...figures,
			bins: lies.get(id)?.bins ?? [],
			quartiles: lies.get(id)?.quartiles ?? null
		})),
		keyAreas: keyAreas.map(({ area: id, times }) => ({ id, title: area(id), times })),
		patterns: patterns.map(({ pattern: id, times, beside }) => ({ id, title: pattern(id), times, beside })),
		correlations: correlations.map(({ indices: [one, other], r }) => ({
			titles: [index(one), index(other)] as const,
			r
		}))
	};
}
