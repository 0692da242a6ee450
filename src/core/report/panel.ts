// Scores → the picture of the summary: one index, the figures beside it, the same in words and as a table.
import type { Index } from '#core/instrument/instrument.ts';
import type { Inline } from '#core/instrument/prose.ts';
import { panel } from '#core/scores/panel.ts';
import type { Composition } from './composition.ts';
import { points, wholePoints } from './format.ts';
import type { Figure, PanelBlock, TableBlock } from './report.ts';
import type { WordKey } from './words.ts';

type PanelWish = {
	readonly total: Index;
	readonly parts: readonly Index[];
	readonly headline: readonly Inline[];
	readonly layout: 'equation' | 'bars';
	/** Where given, parts that add up to the total are shown so that a reader with a calculator agrees. */
	readonly addsUp: boolean;
	readonly weakest: string | null;
};

export function panelBlock(c: Composition, wish: PanelWish): PanelBlock {
	const about = wish.total.about;
	const shown = shownNumbers(c, wish);
	const figures = wish.parts.map((index) => figure(c, index, shown, index.id === wish.weakest));
	const total = figure(c, wish.total, shown, false);
	const inWords = [total, ...figures].map((each) =>
		each.shown === null
			? c.words('report_picture_missing', { label: each.label })
			: c.words('report_picture_figure', { label: each.label, shown: each.shown })
	);
	return {
		kind: 'panel',
		about,
		label: c.words(about === 'company' ? 'report_panel_company' : 'report_panel_personal'),
		headline: wish.headline,
		total,
		layout: wish.layout,
		figures,
		peers: c.words('report_peers_open'),
		description: c.words(wish.layout === 'equation' ? 'report_picture_equation' : 'report_picture_bars', {
			figures: inWords.join('; ')
		}),
		table: figuresTable(c, total, figures)
	};
}

/** Why an index has no score, as a sentence. */
export function reason(c: Composition, index: Index): string | null {
	const score = c.scores.indices[index.id];
	if (score === undefined || score.tenths !== null) return null;
	const key: WordKey = `report_because_${score.because.replaceAll('-', '_') as Underscored<typeof score.because>}`;
	return c.words(key);
}

type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T;

/** The text of each index by the panel rule (method, section 3): whole numbers, or one decimal throughout. */
function shownNumbers(c: Composition, wish: PanelWish): ReadonlyMap<string, string> {
	const tenths = (index: Index): number | null => c.scores.indices[index.id]?.tenths ?? null;
	const weights = wish.parts.map((part) => wish.total.of?.[part.id] ?? 1);
	const { decimals } = panel(wish.addsUp ? tenths(wish.total) : null, wish.parts.map(tenths), weights);
	const show = decimals === 1 ? points : wholePoints;
	const shown = new Map<string, string>();
	for (const index of [...wish.parts, wish.total]) {
		const score = tenths(index);
		if (score !== null) shown.set(index.id, show(score, c.locale));
	}
	return shown;
}

function figure(c: Composition, index: Index, shown: ReadonlyMap<string, string>, weakest: boolean): Figure {
	const potential = c.potential(index);
	return {
		id: index.id,
		label: index.title,
		shown: shown.get(index.id) ?? null,
		of: c.words('report_of_hundred'),
		tenths: c.scores.indices[index.id]?.tenths ?? null,
		band: c.band(index),
		potential: potential === null ? null : c.words('report_potential', { potential }),
		mark: weakest ? c.words(c.instrument.velocity === null ? 'report_weakest_part' : 'report_weakest') : null,
		because: reason(c, index)
	};
}

function figuresTable(c: Composition, total: Figure, figures: readonly Figure[]): TableBlock {
	return {
		kind: 'table',
		caption: c.words('report_table_figures'),
		head: [c.words('report_table_index'), c.words('report_table_score'), c.words('report_table_band')],
		rows: [total, ...figures].map((each) => [each.label, each.shown ?? c.words('report_no_score'), each.band ?? '']),
		numeric: [1]
	};
}
