// The last part: how this was worked out, so that every figure can be followed to answers and weights.
import type { Band } from '#core/instrument/instrument.ts';
import { asked, paragraph, type Composition } from './composition.ts';
import { listed, points } from './format.ts';
import { comparisons, methodOfPeers } from './peers-method.ts';
import type { Block, Part, TableBlock } from './report.ts';
import { givenLabel } from './verdicts.ts';
import type { WordKey } from './words.ts';

export function method(c: Composition): Part {
	const said = (text: string): Block => ({ kind: 'prose', style: 'plain', prose: paragraph(text) });
	const say = (...keys: readonly WordKey[]): readonly Block[] => keys.map((key) => said(c.words(key)));
	const editions = comparisons(c).map(({ edition }) => edition.id);
	const blocks: Block[] = [
		...say('report_method_scale', 'report_method_indices', 'report_method_verdicts', 'report_method_areas'),
		...methodOfPeers(c).map(said),
		{ kind: 'heading', id: 'bands', level: 3, text: c.words('report_method_bands_title') },
		...bandTables(c),
		...say('report_method_provisional'),
		{ kind: 'heading', id: 'weights', level: 3, text: c.words('report_method_weights_title') },
		...say('report_method_weights_lead'),
		...weightTables(c),
		{ kind: 'heading', id: 'versions', level: 3, text: c.words('report_method_versions_title') },
		{
			kind: 'prose',
			style: 'note',
			prose: paragraph(
				c.words(editions.length === 0 ? 'report_method_edition' : 'report_method_edition_compared', {
					instrument: c.instrument.title,
					version: c.instrument.version,
					hash: c.instrument.hash.slice(0, 16),
					revision: c.response.revision,
					...(editions.length === 0 ? {} : { edition: listed(editions, c.locale) })
				})
			)
		}
	];
	return { id: 'method', title: c.words('report_part_method'), blocks };
}

function bandTables(c: Composition): readonly TableBlock[] {
	const table = (bands: readonly Band[] | undefined, caption: WordKey): readonly TableBlock[] =>
		bands === undefined
			? []
			: [
					{
						kind: 'table',
						caption: c.words(caption),
						head: [c.words('report_table_band'), c.words('report_method_from')],
						rows: bands.map((band) => [band.label, String(band.from)]),
						numeric: [1]
					}
				];
	const part = Object.keys(c.company?.of ?? {})
		.map((id) => c.index(id))
		.find((index) => index.potential !== null);
	return [
		...table(c.instrument.bands[c.company?.bands ?? ''], 'report_method_bands_company'),
		...table(c.instrument.bands[part?.potential ?? ''], 'report_method_bands_potential'),
		...(c.scope === 'whole' && c.personal !== null
			? table(c.instrument.bands[c.personal.bands ?? ''], 'report_method_bands_personal')
			: [])
	];
}

/** One table a kind of index: each question with the answer, its points, and its weight in each index. */
function weightTables(c: Composition): readonly TableBlock[] {
	const abouts = c.scope === 'whole' ? (['company', 'personal'] as const) : (['company'] as const);
	return abouts.flatMap((about) => {
		const indices = c.instrument.indices.filter((index) => index.about === about && index.of === null);
		const questions = c.answers.path
			.map((id) => c.question(id))
			.filter((question) => indices.some((index) => (question.feeds[index.id] ?? 0) > 0));
		if (questions.length === 0) return [];
		return [
			{
				kind: 'table',
				caption: indices.map((index) => index.title).join(' · '),
				head: [
					c.words('report_method_question'),
					c.words('report_importance_given'),
					c.words('report_method_points'),
					...indices.map((index) => index.title)
				],
				rows: questions.map((question) => {
					const tenths = c.scores.questions[question.id]?.tenths ?? null;
					return [
						asked(question),
						givenLabel(c, question),
						tenths === null ? '' : points(tenths, c.locale),
						...indices.map((index) => String(question.feeds[index.id] || ''))
					];
				}),
				numeric: [2, ...indices.map((_, position) => position + 3)]
			}
		];
	});
}
