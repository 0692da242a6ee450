// One index among all companies or people → its distribution as a chart, with its numbers as a table.
import type { Index } from '#core/instrument/instrument.ts';
import type { PublishedMeasure } from '#core/standing/published.ts';
import type { ChartBlock, TableBlock } from '../report.ts';
import { members, POINTS, shown, sourceLine, type Told } from './source.ts';

export function distribution(source: Told, index: Index, measure: PublishedMeasure): ChartBlock {
	const { words } = source;
	const { median, quartiles, tails, bins } = measure;
	const [lower, upper] = quartiles.map((each) => shown(source, each));
	const inputs = { index: index.title, median: shown(source, median), lower: lower ?? '', upper: upper ?? '' };
	return {
		kind: 'chart',
		id: index.id,
		title: words(`study_distribution_${index.about}`, { index: index.title }),
		says: words(lower === upper ? 'study_says_alike' : `study_says_${index.about}`, inputs),
		drawn: { shape: 'distribution', bins, median, quartiles, tails },
		ticks: POINTS,
		legend: words(
			bins === null ? 'study_legend_no_bins' : tails === null ? 'study_legend_no_tails' : 'study_legend_distribution'
		),
		source: sourceLine(source, members(source, index.about, measure.n)),
		table: tableOf(source, index, measure)
	};
}

function tableOf(source: Told, index: Index, { n, median, quartiles, tails, bins }: PublishedMeasure): TableBlock {
	const { words } = source;
	const points = (tenths: number): string => shown(source, tenths);
	const rows: readonly (readonly [string, string] | null)[] = [
		tails && [words('study_tenth'), points(tails[0])],
		[words('study_lower'), points(quartiles[0])],
		[words('study_median'), points(median)],
		[words('study_upper'), points(quartiles[1])],
		tails && [words('study_ninetieth'), points(tails[1])],
		...(bins ?? []).map(
			({ from, to, count }) =>
				[
					words('study_bin', { from: points(from), to: points(to) }),
					words('study_percent', { percent: Math.round((100 * count) / n) })
				] as const
		)
	];
	return {
		kind: 'table',
		caption: words('study_table_index', { index: index.title }),
		head: [words('study_table_figure'), words('study_table_value')],
		rows: rows.filter((row): row is readonly [string, string] => row !== null),
		numeric: [1]
	};
}
