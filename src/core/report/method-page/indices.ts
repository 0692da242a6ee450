// The indices of an instrument → what each is made of, when it has a score, and its bands.
import type { Index } from '#core/instrument/instrument.ts';
import { LEAST_ANSWERS } from '#core/scores/index-score.ts';
import { weightIn } from '#core/scores/question.ts';
import type { Block, TableBlock } from '../report.ts';
import type { WordKey } from '../words.ts';
import { all, inWords, pairs, said, titled, type Source } from './source.ts';

export function indices(source: Source): readonly Block[] {
	const { instrument } = source;
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
					...bandTables(source, 'method_bands', ({ bands }) => bands),
					...bandTables(source, 'method_potential', ({ potential }) => potential)
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

/** One table for each set of bands that indices use, with their titles above it. */
function bandTables(source: Source, caption: WordKey, setOf: (index: Index) => string | null): readonly TableBlock[] {
	const { indices, bands } = source.instrument;
	return [...new Set(indices.map(setOf))].flatMap((set) => {
		const rows = (bands[set ?? ''] ?? []).map(({ label, from }) => [label, String(from)] as const);
		if (rows.length === 0) return [];
		const titles = indices.filter((index) => setOf(index) === set).map(({ title }) => title);
		const named = source.words(caption, { indices: all(source, titles) });
		return pairs(source, named, ['report_table_band', 'report_method_from'], rows);
	});
}
