// The means of several groups on one question → dots on a line of 0 to 100, told apart by shape as well as by tone.
import type { DotsBlock } from '#core/report/report.ts';
import type { Drawing, Point, Role, Shape } from './shapes.ts';

export type Dot = {
	/** 0 to 1000. */
	readonly tenths: number;
	/** Which of the groups: the same shape in every row. */
	readonly group: number;
};

const width = 400;
const radius = 6;
/** From the edge to the ends of the scale, so that a dot at 0 or 100 is whole. */
const inset = radius + 1;
/** Between dots that would lie upon each other. */
const lane = 2 * radius + 1;
const mark = 16;

/** Not made to be stretched. The line is thicker between the outermost dots; dots that would touch are lifted above it. */
export function dots(row: readonly Dot[]): Drawing {
	const places = lanesOf(row);
	const lifted = Math.max(0, ...places) * lane;
	const line = lifted + radius + 4;
	const ends = row.map(({ tenths }) => across(tenths));
	const [from, to] = [Math.min(...ends), Math.max(...ends)];
	return {
		width,
		height: line + radius + 4,
		shapes: [
			{ kind: 'line', role: 'track', from: [inset, line], to: [width - inset, line], weight: 1.5 },
			...[0, 250, 500, 750, 1000].map((tenths): Shape => tick(across(tenths), line, tenths % 500 === 0 ? 5 : 3)),
			...(to > from
				? [{ kind: 'rect', role: 'muted', x: from, y: line - 1.5, width: to - from, height: 3 } as const]
				: []),
			...row.flatMap(({ tenths, group }, at) => shapeOf(group, [across(tenths), line - (places[at] ?? 0) * lane]))
		]
	};
}

/** The shape of a group by itself, as a key. */
export const dot = (group: number): Drawing => ({
	width: mark,
	height: mark,
	shapes: shapeOf(group, [mark / 2, mark / 2])
});

/** The names of the groups, in the order of their shapes. */
export const groupsIn = ({ rows }: DotsBlock): readonly string[] => [
	...new Set(rows.flatMap((row) => row.dots.map(({ label }) => label)))
];

const across = (tenths: number): number => round(inset + (tenths / 1000) * (width - 2 * inset));

const round = (value: number): number => Math.round(value * 100) / 100;

/** The lowest lane for each in which it touches none of those before it. */
function lanesOf(row: readonly Dot[]): readonly number[] {
	const taken: { readonly x: number; readonly at: number }[] = [];
	return row.map(({ tenths }) => {
		const x = across(tenths);
		const near = taken.filter((each) => Math.abs(each.x - x) < lane).map(({ at }) => at);
		let at = 0;
		while (near.includes(at)) at += 1;
		taken.push({ x, at });
		return at;
	});
}

const tick = (x: number, line: number, reach: number): Shape => ({
	kind: 'line',
	role: 'track',
	from: [x, line - reach],
	to: [x, line + reach],
	weight: 1
});

/** Disc, square, diamond, triangle, and from the fifth on a ring; a margin of paper keeps each off the line. */
function shapeOf(group: number, [x, y]: Point): readonly Shape[] {
	const disc = (role: Role, size: number, outline: number | null = null): Shape => ({
		kind: 'circle',
		role,
		centre: [x, y],
		radius: size,
		outline
	});
	const paper = disc('paper', radius + 1.2);
	const around = (...offsets: readonly Point[]): readonly Point[] => offsets.map(([dx, dy]) => [x + dx, y + dy]);
	const side = 1.75 * radius;
	switch (group) {
		case 0:
			return [paper, disc('value', radius)];
		case 1:
			return [paper, { kind: 'rect', role: 'ink', x: x - side / 2, y: y - side / 2, width: side, height: side }];
		case 2:
			return [paper, { kind: 'polygon', role: 'unknown', points: around([0, -7], [7, 0], [0, 7], [-7, 0]) }];
		case 3:
			return [paper, { kind: 'polygon', role: 'change', points: around([0, -7], [6.6, 5], [-6.6, 5]) }];
		default:
			return [paper, disc('ink', radius - 1, 2)];
	}
}
