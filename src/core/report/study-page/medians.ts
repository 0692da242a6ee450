// Medians with their middle halves, side by side → a chart of rows, and the same as a table.
import type { ChartBlock } from '../report.ts';
import type { WordKey } from '../words.ts';
import { counted, POINTS, shown, sourceLine, type Told } from './source.ts';

type MedianRow = {
	readonly label: string;
	readonly n: number;
	/** In tenths, as the quartiles. */
	readonly median: number;
	readonly quartiles: readonly [lower: number, upper: number];
};

type Wish = Pick<ChartBlock, 'id' | 'title' | 'says'> & {
	/** What the first column of the table names. */
	readonly head: string;
	/** Who is counted: the head of that column, and for the source line all of them. */
	readonly members: string;
	readonly who: string;
	/** As of when, where that is not the edition's day. */
	readonly date?: string | undefined;
	readonly rows: readonly MedianRow[];
};

export function medians(source: Told, { id, title, says, head, members, who, date, rows }: Wish): ChartBlock {
	const { words } = source;
	return {
		kind: 'chart',
		id,
		title,
		says,
		drawn: {
			shape: 'rows',
			rows: rows.map(({ label, median, quartiles }) => ({
				label,
				shown: shown(source, median),
				mark: { kind: 'middle', median, quartiles }
			}))
		},
		ticks: POINTS,
		legend: words('study_legend_medians'),
		source: sourceLine(source, who, date),
		table: {
			kind: 'table',
			caption: title,
			head: [head, words('study_median'), words('study_lower'), words('study_upper'), members],
			rows: rows.map(({ label, median, quartiles: [lower, upper], n }) => [
				label,
				shown(source, median),
				shown(source, lower),
				shown(source, upper),
				counted(source, n)
			]),
			numeric: [1, 2, 3, 4]
		}
	};
}

/** From the lowest median to the highest: by name where no other shares them, else the figures alone. */
export function spanOf(source: Told, rows: readonly MedianRow[], named: WordKey, alike: WordKey): string {
	const sorted = [...rows].sort((one, other) => one.median - other.median);
	const [low, high] = [sorted[0], sorted.at(-1)];
	if (low === undefined || high === undefined) return '';
	const [lowest, highest] = [shown(source, low.median), shown(source, high.median)];
	if (lowest === highest) return source.words(alike, { median: lowest });
	const count = (figure: string): number => sorted.filter(({ median }) => shown(source, median) === figure).length;
	return count(lowest) === 1 && count(highest) === 1
		? source.words(named, { low: low.label, lowest, high: high.label, highest })
		: source.words('study_span', { lowest, highest });
}
