// The indices of an instrument → what each is made of, when it has a score, and its bands.
import type { Index } from '#core/instrument/instrument.ts';
import { LEAST_ANSWERS } from '#core/scores/index-score.ts';
import { weightIn } from '#core/scores/question.ts';
import type { Block, TableBlock } from '../report.ts';
import { all, inWords, pairs, said, titled, type Source } from './source.ts';

export function indices(source: Source): readonly Block[] {
	const { words, instrument } = source;
	const bands = (set: string | null): readonly TableBlock[] => {
		const users = instrument.indices.filter((index) => index.bands === set);
		return bandTable(
			source,
			set,
			all(
				source,
				users.map(({ title }) => title)
			)
		);
	};
	const potential = (set: string | null): readonly TableBlock[] => {
		const users = instrument.indices.filter((index) => index.potential === set);
		return bandTable(
			source,
			set,
			words('method_potential', {
				indices: all(
					source,
					users.map(({ title }) => title)
				)
			})
		);
	};
	const sets = (of: (index: Index) => string | null) =>
		new Set(instrument.indices.map(of).filter((set) => set !== null));
	return [
		said(source, 'method_indices_lead'),
		{
			kind: 'list',
			items: instrument.indices.map((index) => ({
				text: [{ kind: 'text', text: index.title }],
				detail: madeOf(source, index)
			}))
		},
		said(source, 'method_indices_open', { least: inWords(source, LEAST_ANSWERS) }),
		said(source, 'method_indices_shown'),
		...(Object.keys(instrument.bands).length === 0
			? []
			: [
					titled(source, 'bands', 'report_method_bands_title'),
					said(source, 'method_bands_lead'),
					...[...sets(({ bands }) => bands)].flatMap(bands),
					...[...sets((index) => index.potential)].flatMap(potential)
				])
	];
}

function madeOf(source: Source, { id, of, facetOf }: Index): string {
	const { words, instrument } = source;
	if (of !== null) {
		const parts = Object.entries(of).map(([part, weight]) => {
			const title = instrument.indices.find((index) => index.id === part)?.title ?? part;
			return words('method_part', { title, weight });
		});
		return words('method_made_of_parts', { parts: all(source, parts) });
	}
	const weights = instrument.questions.map((question) => weightIn(question, id)).filter((weight) => weight > 0);
	const sum = weights.reduce((total, weight) => total + weight, 0);
	const made = words('method_questions', { count: weights.length, sum });
	const beside = instrument.indices.find((index) => index.id === facetOf);
	return beside === undefined ? made : `${made} ${words('method_facet', { index: beside.title })}`;
}

const bandTable = (source: Source, set: string | null, caption: string): readonly TableBlock[] => {
	const bands = source.instrument.bands[set ?? ''] ?? [];
	const rows = bands.map(({ label, from }) => [label, String(from)] as const);
	return rows.length === 0 ? [] : [pairs(source, caption, ['report_table_band', 'report_method_from'], rows)];
};
