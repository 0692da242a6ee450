// A score and the scores of its peers → one drawing on the scale of 0 to 100: the bar of the score, their distribution as
// hills upon it, their middle half and median beneath it. Made to be stretched to any width; told apart by shape.
import type { Peers } from '#core/report/report.ts';
import type { Drawing, Point, Shape } from './shapes.ts';

const length = 1000;
const hill = 24;
const bar = { y: hill + 2, height: 12 };
const band = { y: bar.y + bar.height + 3, height: 6 };
const height = band.y + band.height + 2;

type Known = Pick<Peers, 'bins' | 'median' | 'quartiles'>;

/** Where less is known of the peers, less is drawn; `tenths` is the score. */
export function strip({ bins, median, quartiles }: Known, tenths: number): Drawing {
	const score = Math.min(length - 2, Math.max(2, tenths));
	return {
		width: length,
		height,
		shapes: [
			...hills(bins ?? []),
			rect('track', [0, bar.y], length, bar.height),
			rect('value', [0, bar.y], Math.max(4, tenths), bar.height),
			upright('ink', score, 0, bar.y + bar.height, 3.4),
			...(quartiles === null
				? []
				: [rect('muted', [quartiles[0], band.y], Math.max(4, quartiles[1] - quartiles[0]), band.height)]),
			...(median === null ? [] : [upright('ink', median, band.y - 2, height, 1.6)])
		]
	};
}

/** One outline: each step as wide as its stretch of the scale, and as large as the number of those in it. */
function hills(bins: NonNullable<Known['bins']>): readonly Shape[] {
	const densities = bins.map(({ from, to, count }) => count / (to - from));
	const highest = Math.max(...densities);
	const points = bins.flatMap(({ from, to }, at): readonly Point[] => {
		const top = Math.round(100 * hill * (1 - (densities[at] ?? 0) / highest)) / 100;
		return [...edge(bins[at - 1]?.to, from), [from, top], [to, top]];
	});
	const [first, last] = [bins[0], bins.at(-1)];
	if (first === undefined || last === undefined) return [];
	return [{ kind: 'polygon', role: 'muted', points: [[first.from, hill], ...points, [last.to, hill]] }];
}

/** Where nobody is between two stretches, the outline goes along the ground. */
const edge = (before: number | undefined, from: number): readonly Point[] =>
	before === undefined || before === from
		? []
		: [
				[before, hill],
				[from, hill]
			];

const rect = (role: 'track' | 'value' | 'muted', [x, y]: Point, width: number, height: number): Shape => ({
	kind: 'rect',
	role,
	x,
	y,
	width,
	height
});

const upright = (role: 'ink', x: number, from: number, to: number, weight: number): Shape => ({
	kind: 'line',
	role,
	from: [x, from],
	to: [x, to],
	weight
});
