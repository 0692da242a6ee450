// The terms of an index → bars with their names and numbers: as the velocity equation, or side by side.
import { times } from '#lib/chart/sign.ts';
import { at, nothing, rule, stacked, text, type Block, type Item } from './block.ts';
import type { Measure } from './lines.ts';
import { sizes } from './look.ts';
import type { Picture, Term } from './picture.ts';
import { labelSize, middleOf, tag, termOf } from './term.ts';

/** Between two terms: the room for a sign. */
const between = 40;
const sign = 14;
/** More than these are not drawn: there is no room to read them in. */
const MOST_BARS = 6;

export function terms({ terms: all, layout, sample, legend }: Picture, width: number, measure: Measure): Block {
	if (all.length === 0 || all.length > MOST_BARS) return nothing;
	const key = legend === null ? nothing : keyOf(legend, measure);
	const drawn =
		layout === 'equation'
			? equation(all, { width, key }, measure)
			: stacked([grid(all, width, measure), { ...key, gap: 14 }]);
	return sample === null ? drawn : stacked([tag(sample, 300, measure), { ...drawn, gap: 14 }]);
}

/** All but the last above a line, with signs between them; the last beneath its middle, and beside it the key. */
function equation(all: readonly Term[], { width, key }: { width: number; key: Block }, measure: Measure): Block {
	const count = Math.max(1, all.length - 1);
	const each = (width - (count - 1) * between) / count;
	const cells = cellsOf(all, each, measure);
	const above = row(cells.slice(0, -1), each);
	const middle = middleOf(all.some(({ shown }) => shown !== null));
	const signs = Array.from({ length: count - 1 }, (_, nth): Item => ({
		kind: 'drawing',
		drawing: times,
		x: (nth + 1) * (each + between) - (between + sign) / 2,
		y: above.height - middle - sign / 2,
		width: sign,
		height: sign
	}));
	const below = cells.at(-1) ?? nothing;
	return stacked([
		{ height: above.height, items: [...above.items, ...signs] },
		{ ...rule(width, 3, 'ink'), gap: 13 },
		{ height: below.height, items: [...at((width - each) / 2, 0, below), ...at(0, 2, key)], gap: 13 }
	]);
}

/** Up to three in a row. */
function grid(all: readonly Term[], width: number, measure: Measure): Block {
	const across = all.length === 4 ? 2 : Math.min(3, all.length);
	const each = (width - (across - 1) * between) / across;
	const cells = cellsOf(all, each, measure);
	const rows = Array.from({ length: Math.ceil(all.length / across) }, (_, nth) =>
		row(cells.slice(nth * across, (nth + 1) * across), each)
	);
	return stacked(rows.map((one) => ({ ...one, gap: 26 })));
}

function cellsOf(all: readonly Term[], width: number, measure: Measure): readonly Block[] {
	const marked = all.some(({ mark }) => mark !== null);
	const size = labelSize(all, width, measure);
	return all.map((term) => termOf(term, { width, size, muted: marked && term.mark === null }, measure));
}

/** Side by side, their bars on one line. */
function row(cells: readonly Block[], each: number): Block {
	const height = Math.max(0, ...cells.map((cell) => cell.height));
	return { height, items: cells.flatMap((cell, nth) => at(nth * (each + between), height - cell.height, cell)) };
}

/** What the tick stands for, with one in front. */
function keyOf(legend: string, measure: Measure): Block {
	const words = text(legend, { face: 'sans', sizes: sizes(18, 12), width: 200, colour: 'quiet' }, measure);
	const tick: Item = { kind: 'rect', colour: 'ink', x: 0, y: 1, width: 3, height: words.height };
	return { height: words.height, items: [tick, ...at(11, 0, words)] };
}
