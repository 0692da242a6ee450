// Scores → the picture of the summary: one index, the figures beside it, the same in words and as a table.
import type { Index } from '#core/instrument/instrument.ts';
import type { Inline } from '#core/instrument/prose.ts';
import { panel } from '#core/scores/panel.ts';
import type { Place } from '#core/standing/place.ts';
import type { Standing } from '#core/standing/standing.ts';
import type { Composition } from './composition.ts';
import { listed, longDate, points, wholePoints } from './format.ts';
import { isDemonstration, isPublished, noun } from './peer-group.ts';
import { groupLine, peersOf, placeOf, standingOf } from './peers.ts';
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
	const figures = wish.parts.map((index) => ({
		...figure(c, index, shown, index.id === wish.weakest),
		peers: peersOf(c, index, false)
	}));
	const total = { ...figure(c, wish.total, shown, false), peers: peersOf(c, wish.total, true) };
	const all = [total, ...figures];
	return {
		kind: 'panel',
		about,
		label: c.words(about === 'company' ? 'report_panel_company' : 'report_panel_personal'),
		headline: wish.headline,
		total,
		layout: wish.layout,
		figures,
		peers: groupLine(c, about),
		description: c.words(wish.layout === 'equation' ? 'report_picture_equation' : 'report_picture_bars', {
			figures: [all.map((each) => told(c, each)).join('; '), ...mediansOf(c, wish.total, all)].join('. ')
		}),
		table: figuresTable(c, [wish.total, ...wish.parts], [total, ...figures])
	};
}

const told = (c: Composition, { label, shown }: Figure): string =>
	shown === null ? c.words('report_picture_missing', { label }) : c.words('report_picture_figure', { label, shown });

/** One sentence for all the ticks, in the order of the figures. */
function mediansOf(c: Composition, total: Index, figures: readonly Figure[]): readonly string[] {
	const standing = standingOf(c, total);
	const medians = figures.flatMap(({ peers }) => (peers?.median == null ? [] : wholePoints(peers.median, c.locale)));
	return medians.length === 0 || standing === null
		? []
		: [c.words('report_picture_medians', { peers: noun(c, standing), medians: listed(medians, c.locale) })];
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

function figure(
	c: Composition,
	index: Index,
	shown: ReadonlyMap<string, string>,
	weakest: boolean
): Omit<Figure, 'peers'> {
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

function figuresTable(c: Composition, indices: readonly Index[], figures: readonly Figure[]): TableBlock {
	const places = indices.map((index) => placeOf(c, index));
	const isCompared = places.some((place) => place !== null);
	const isPercent = places.some((place) => place?.mode === 'percent');
	const standing = isCompared && indices[0] !== undefined ? standingOf(c, indices[0]) : null;
	return {
		kind: 'table',
		caption: captionOf(c, standing),
		head: [
			c.words('report_table_index'),
			c.words('report_table_score'),
			c.words('report_table_band'),
			...(isCompared ? [c.words(isPercent ? 'report_table_median' : 'report_table_quarter')] : [])
		],
		rows: figures.map((each, at) => [
			each.label,
			each.shown ?? c.words('report_no_score'),
			each.band ?? '',
			...(isCompared ? [compared(c, places[at] ?? null)] : [])
		]),
		numeric: isPercent ? [1, 3] : [1]
	};
}

function captionOf(c: Composition, standing: Standing | null): string {
	if (isDemonstration(standing)) return c.words('report_table_figures_demonstration');
	if (standing === null || !isPublished(standing)) return c.words('report_table_figures');
	const { source, date } = standing.edition;
	return c.words('report_table_figures_published', { source, date: longDate(date, c.locale) });
}

/** The peers' median and how many of them scored better, or only the quarter. */
function compared(c: Composition, place: Place | null): string {
	if (place === null) return '';
	if (place.mode === 'quarter') return c.words(`report_peers_${place.quarter}`);
	return c.words('report_table_compared', { median: wholePoints(place.median, c.locale), better: place.better });
}
