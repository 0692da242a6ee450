// Means of groups, a row a question → every text and dot at its place, 1200 pixels wide and as tall as they need.
import { dot, dots } from '#lib/chart/dots.ts';
import { at, rule, stacked, text, type Block, type Item } from './block.ts';
import { topOf } from './layout.ts';
import type { Measure } from './lines.ts';
import { canvas, frame, sizes, width } from './look.ts';
import type { DotsPicture } from './of-brief.ts';

const label = { width: 400, gap: 32 } as const;
const value = { width: 76, gap: 28 } as const;
const track = { x: label.width + label.gap, width: width - label.width - label.gap - value.width - value.gap } as const;

const MARK = 22;
const PADDING = 16;

export function dotsLayout(
	picture: DotsPicture,
	measure: Measure
): { readonly height: number; readonly items: readonly Item[] } {
	const { headline, source } = picture;
	const quiet = { face: 'sans', colour: 'quiet', width } as const;
	const all = stacked([
		topOf(picture, measure),
		{
			...text(headline, { face: 'serif-strong', sizes: sizes(44, 24, 2), width, most: 2, leading: 1.15 }, measure),
			gap: 14
		},
		{ ...keyOf(picture, measure), gap: 20 },
		...picture.rows.flatMap((row, nth) => [
			{ ...rule(width, 1, 'line'), gap: nth === 0 ? 18 : PADDING },
			{ ...rowOf(row, measure), gap: PADDING }
		]),
		{ ...rule(width, 1, 'line'), gap: PADDING },
		{ ...scaleOf(measure), gap: 8 },
		{ ...text(source, { ...quiet, sizes: sizes(19, 13) }, measure), gap: 24 }
	]);
	return {
		height: Math.ceil(all.height + frame.top + canvas.height - frame.bottom),
		items: at(frame.left, frame.top, all)
	};
}

function keyOf({ groups }: DotsPicture, measure: Measure): Block {
	const size = 21;
	let x = 0;
	const items = groups.flatMap((name, group): readonly Item[] => {
		const long = measure(name, 'sans') * size;
		const words = text(name, { face: 'sans', sizes: [size], width: long + 1 }, measure);
		const left = x;
		x += MARK + 8 + long + 36;
		return [markAt(group, left, 0), ...at(left + MARK + 8, 1, words)];
	});
	return { height: MARK + 2, items };
}

const markAt = (group: number, x: number, y: number): Item => ({
	kind: 'drawing',
	drawing: dot(group),
	x,
	y,
	width: MARK,
	height: MARK
});

function rowOf({ label: name, dots: means }: DotsPicture['rows'][number], measure: Measure): Block {
	const words = text(name, { face: 'sans', sizes: sizes(21, 15), width: label.width, most: 3, leading: 1.25 }, measure);
	const drawing = dots(means);
	const high = (drawing.height * track.width) / drawing.width;
	const numbers = stacked(
		means.map(({ group, shown }) => {
			const number = text(shown, { face: 'sans-strong', sizes: [21], width: value.width - MARK - 8 }, measure);
			return { height: MARK + 2, items: [markAt(group, 0, 0), ...at(MARK + 8, 1, number)], gap: 3 };
		})
	);
	const height = Math.max(words.height, high, numbers.height);
	const middle = (block: { readonly height: number }): number => (height - block.height) / 2;
	return {
		height,
		items: [
			...at(0, middle(words), words),
			{ kind: 'drawing', drawing, x: track.x, y: middle({ height: high }), width: track.width, height: high },
			...at(width - value.width, middle(numbers), numbers)
		]
	};
}

/** The ends of the line and its middle, under the last of them. */
function scaleOf(measure: Measure): Block {
	const size = 17;
	const places = [
		{ said: '0', share: 0 },
		{ said: '50', share: 0.5 },
		{ said: '100', share: 1 }
	];
	const items = places.flatMap(({ said, share }) => {
		const long = measure(said, 'sans') * size;
		const words = text(said, { face: 'sans', sizes: [size], width: 60, colour: 'quiet' }, measure);
		return at(track.x + share * track.width - share * long, 0, words);
	});
	return { height: size * 1.1, items };
}
