// What the picture of a chart says → every text and shape at its place, 1200 pixels wide; many rows make it taller.
import { hills } from '#lib/chart/hills.ts';
import { row } from '#lib/chart/row.ts';
import { at, rule, stacked, text, type Block, type Item } from './block.ts';
import { topOf } from './layout.ts';
import type { Measure } from './lines.ts';
import { canvas, frame, sizes, width } from './look.ts';
import type { ChartPicture } from './of-chart.ts';

/** So many rows stand in a picture of the usual height; each further one takes as much as they do at least. */
const ROWS = 10;
const LEAST = 30;
const MOST = 74;

const label = { width: 330, gap: 24 } as const;
const value = { width: 76, gap: 18 } as const;
const track = { x: label.width + label.gap, width: width - label.width - label.gap - value.width - value.gap } as const;

type Laid = { readonly height: number; readonly items: readonly Item[] };

export function chartLayout(picture: ChartPicture, measure: Measure): Laid {
	const { drawn, headline, legend } = picture;
	const rows = drawn.shape === 'rows' ? drawn.rows.length : 0;
	const extra = LEAST * Math.max(0, rows - ROWS);
	const bottom = frame.bottom + extra;
	const foot = footOf(picture, measure);
	const head = stacked([
		topOf(picture, measure),
		{
			...text(headline, { face: 'serif-strong', sizes: sizes(44, 24, 2), width, most: 4, leading: 1.15 }, measure),
			gap: 14
		}
	]);
	const key = text(
		legend,
		{ face: 'sans', sizes: sizes(18, 13), width, most: 2, leading: 1.35, colour: 'quiet' },
		measure
	);
	const room = bottom - frame.top - foot.height - head.height - key.height - 3 * GAP;
	const body = drawn.shape === 'rows' ? rowsOf(picture, room, measure) : hillsOf(picture, room, measure);
	const free = Math.max(0, room - body.height) / 2;
	const top = frame.top + head.height + GAP + free;
	return {
		height: canvas.height + extra,
		items: [
			...at(frame.left, frame.top, head),
			...at(frame.left, top, body),
			...at(frame.left, bottom - foot.height - GAP - key.height, key),
			...at(frame.left, bottom - foot.height, foot)
		]
	};
}

const GAP = 22;
const SCALE = 30;

function hillsOf({ drawn, ticks }: ChartPicture, room: number, measure: Measure): Block {
	if (drawn.shape !== 'distribution') return { height: 0, items: [] };
	const drawing = hills(drawn);
	const height = drawn.bins === null ? 90 : Math.min(300, room - SCALE);
	return {
		height: height + SCALE,
		items: [{ kind: 'drawing', drawing, x: 0, y: 0, width, height }, ...scaleOf(ticks, 0, width, height, measure)]
	};
}

function rowsOf({ drawn, ticks }: ChartPicture, room: number, measure: Measure): Block {
	if (drawn.shape !== 'rows') return { height: 0, items: [] };
	const scale = ticks.length > 0 ? SCALE : 0;
	const each = Math.min(MOST, (room - scale) / drawn.rows.length);
	const largest = Math.min(24, Math.floor(each * 0.62));
	const across = ticks.map((tick) => tick.at);
	const items = drawn.rows.flatMap(({ label: name, shown, mark }, nth): readonly Item[] => {
		const words = text(
			name,
			{ face: 'sans', sizes: sizes(largest, 12), width: label.width, most: each > 48 ? 2 : 1, leading: 1.15 },
			measure
		);
		const number = text(
			shown,
			{ face: 'sans-strong', sizes: sizes(largest + 2, 13), width: value.width, end: true },
			measure
		);
		const high = Math.min(each * 0.72, mark.kind === 'bar' ? 40 : 24);
		const drawing = row(mark, across);
		const middle = (block: Block): number => nth * each + (each - block.height) / 2;
		return [
			...at(0, middle(words), words),
			{ kind: 'drawing', drawing, x: track.x, y: nth * each + (each - high) / 2, width: track.width, height: high },
			...at(width - value.width, middle(number), number)
		];
	});
	const height = each * drawn.rows.length;
	return { height: height + scale, items: [...items, ...scaleOf(ticks, track.x, track.width, height, measure)] };
}

/** What the places on the scale are called, the first and the last within it. */
function scaleOf(ticks: ChartPicture['ticks'], x: number, long: number, y: number, measure: Measure): readonly Item[] {
	return ticks.flatMap((tick): readonly Item[] => {
		const words = text(tick.label, { face: 'sans', sizes: [17], width: 90, colour: 'quiet' }, measure);
		const own = measure(tick.label, 'sans') * 17;
		const left = tick.at === 0 ? 0 : tick.at === 1000 ? own : own / 2;
		return at(x + (long * tick.at) / 1000 - left, y + 8, words);
	});
}

function footOf({ source, address }: ChartPicture, measure: Measure): Block {
	const small = { face: 'sans', width } as const;
	return stacked([
		rule(width, 1, 'line'),
		{ ...text(source, { ...small, sizes: sizes(19, 13) }, measure), gap: 13 },
		{ ...text(address, { ...small, sizes: sizes(17, 12), colour: 'quiet' }, measure), gap: 5 }
	]);
}
