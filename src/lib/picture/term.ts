// One term → its name, its number with what marks it, and its bar; and the pieces that other bands share with it.
import { bar } from '#lib/chart/bar.ts';
import { at, nothing, stacked, text, type Block, type Item } from './block.ts';
import { fit, type Measure } from './lines.ts';
import { sizes } from './look.ts';
import type { Term } from './picture.ts';

const figure = 34;
const thickness = 14;
const below = 8;
const labels = sizes(20, 13);

/** From the foot of a term's bar up to the middle of its number; of its name, where it has no number. */
export const middleOf = (shown: boolean): number => thickness + below + (shown ? figure * 0.58 : 10);

/** The size in which all their names fit. */
export const labelSize = (terms: readonly Term[], width: number, measure: Measure): number =>
	Math.min(
		...terms.map(({ label }) => fit(label, { face: 'sans-strong', sizes: labels, width, most: 1 }, measure).size)
	);

export type Cell = {
	readonly width: number;
	readonly size: number;
	/** Steps back behind a term that is marked. */
	readonly muted: boolean;
};

export function termOf(term: Term, { width, size, muted }: Cell, measure: Measure): Block {
	return stacked([
		text(term.label, { face: 'sans-strong', sizes: [size], width }, measure),
		{ ...numberOf(term, width, measure), gap: 5 },
		{ ...barOf(term.tenths, term.median, { width, height: thickness, muted }), gap: below }
	]);
}

/** The number, with what marks it at the other end of its line; or why there is none. */
function numberOf({ shown, mark, because }: Term, width: number, measure: Measure): Block {
	if (shown === null)
		return text(because ?? '', { face: 'sans', sizes: sizes(18, 12), width, most: 3, colour: 'quiet' }, measure);
	const number = text(shown, { face: 'serif', sizes: [figure], width }, measure);
	const marked = mark === null ? nothing : tag(mark, width - measure(shown, 'serif') * figure - 12, measure);
	const [box] = marked.items;
	if (box?.kind !== 'rect') return number;
	return {
		height: number.height,
		items: [...number.items, ...at(width - box.width, figure * 0.42 - box.height / 2, marked)]
	};
}

/** Light on dark, so that it is seen first, also in grey. */
export function tag(of: string, width: number, measure: Measure): Block {
	const inside = text(of, { face: 'sans-strong', sizes: sizes(17, 11), width: width - 16, colour: 'paper' }, measure);
	const [line] = inside.items;
	const height = inside.height + 9;
	const ground: Item = { kind: 'rect', colour: 'ink', x: 0, y: 0, width: (line?.width ?? 0) + 16, height };
	return { height, items: [ground, ...at(8, 5.5, inside)] };
}

/** A score on its scale, with the peers' median ticked. */
export function barOf(
	tenths: number | null,
	median: number | null,
	{ width, height, muted }: { width: number; height: number; muted: boolean }
): Block {
	if (tenths === null) return nothing;
	const drawing = bar(tenths, muted ? 'muted' : 'value', median);
	return { height, items: [{ kind: 'drawing', drawing, x: 0, y: 0, width, height }] };
}
