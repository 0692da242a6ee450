// One index among all → its distribution as hills on the scale of 0 to 100, the middle half and the median beneath them.
// Made to be stretched to any width and height.
import type { Distribution } from '#core/report/report.ts';
import type { Drawing, Shape } from './shapes.ts';

const length = 1000;
const hill = 76;
const ground = hill + 1;
const band = { y: ground + 6, height: 8 };
const whole = { high: band.y + band.height + 5, low: 24 };

/** Without bins only what lies beneath the hills is drawn, in a drawing of less height. */
export function hills({ bins, median, quartiles: [lower, upper], tails }: Omit<Distribution, 'shape'>): Drawing {
	const up = bins === null ? band.y - 6 : 0;
	const upright = (x: number, from: number, to: number, weight: number): Shape => ({
		kind: 'line',
		role: 'ink',
		from: [x, from - up],
		to: [x, to - up],
		weight
	});
	const middle = band.y + band.height / 2 - up;
	return {
		width: length,
		height: bins === null ? whole.low : whole.high,
		shapes: [
			...steps(bins ?? []),
			...[0, 250, 500, 750, length].map((x): Shape => ({
				kind: 'line',
				role: 'track',
				from: [x, bins === null ? 0 : ground],
				to: [x, bins === null ? whole.low : whole.high],
				weight: 1
			})),
			...(bins === null
				? []
				: [
						{
							kind: 'line' as const,
							role: 'ink' as const,
							from: [0, ground] as const,
							to: [length, ground] as const,
							weight: 1
						}
					]),
			...(tails === null
				? []
				: [
						{
							kind: 'line' as const,
							role: 'ink' as const,
							from: [tails[0], middle] as const,
							to: [tails[1], middle] as const,
							weight: 1.4
						}
					]),
			{ kind: 'rect', role: 'value', x: lower, y: band.y - up, width: Math.max(4, upper - lower), height: band.height },
			...(tails === null ? [] : tails.map((x) => upright(x, band.y + 1, band.y + band.height - 1, 1.4))),
			{ ...upright(median, band.y - 4, band.y + band.height + 4, 5), role: 'paper' },
			upright(median, band.y - 4, band.y + band.height + 4, 2.6)
		]
	};
}

/** As large as the number of those in each stretch of the scale; a hair of paper parts them. */
function steps(bins: NonNullable<Distribution['bins']>): readonly Shape[] {
	const density = ({ from, to, count }: (typeof bins)[number]): number => count / (to - from);
	const highest = Math.max(...bins.map(density));
	return bins.flatMap((bin): readonly Shape[] => {
		const height = Math.round((100 * hill * density(bin)) / highest) / 100;
		const width = bin.to - bin.from;
		return [
			{ kind: 'rect', role: 'muted', x: bin.from, y: hill - height, width, height },
			{ kind: 'line', role: 'paper', from: [bin.to, hill - height], to: [bin.to, hill], weight: 1.2 }
		];
	});
}
