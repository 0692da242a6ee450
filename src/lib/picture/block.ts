// Texts, bars and rules → blocks: things placed from their own corner, with the height that they take.
import type { Drawing } from '#lib/chart/shapes.ts';
import { fit, type Face, type Measure } from './lines.ts';
import type { Colour } from './look.ts';

export type Item =
	| {
			readonly kind: 'text';
			readonly text: string;
			readonly x: number;
			/** The baseline. */
			readonly y: number;
			readonly width: number;
			readonly size: number;
			readonly face: Face;
			readonly colour: Colour;
	  }
	| ({ readonly kind: 'rect'; readonly colour: Colour } & Box)
	| ({ readonly kind: 'drawing'; readonly drawing: Drawing } & Box)
	| ({ readonly kind: 'image'; readonly src: string } & Box);

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Block = { readonly height: number; readonly items: readonly Item[] };

export const nothing: Block = { height: 0, items: [] };

export const at = (x: number, y: number, { items }: Block): readonly Item[] =>
	items.map((item) => ({ ...item, x: item.x + x, y: item.y + y }));

/** One below the other; a gap stands before whatever is not empty. */
export function stacked(blocks: readonly (Block & { readonly gap?: number })[]): Block {
	return blocks.reduce<Block>((above, block) => {
		if (block.height === 0) return above;
		const y = above.height === 0 ? 0 : above.height + (block.gap ?? 0);
		return { height: y + block.height, items: [...above.items, ...at(0, y, block)] };
	}, nothing);
}

export const rule = (width: number, height: number, colour: Colour): Block => ({
	height,
	items: [{ kind: 'rect', colour, x: 0, y: 0, width, height }]
});

/** The parts of a size that letters take above and below the baseline. */
export const ascent = 0.76;
export const descent = 0.24;

export type Setting = {
	readonly face: Face;
	readonly sizes: readonly number[];
	readonly width: number;
	readonly most?: number;
	readonly leading?: number;
	readonly colour?: Colour;
	readonly end?: boolean;
};

/** A text in the largest of the sizes in which it fits, flush left, or right with `end`. */
export function text(of: string, setting: Setting, measure: Measure): Block {
	const { face, sizes, width, most = 1, leading = 1.2, colour = 'ink', end = false } = setting;
	if (of === '') return nothing;
	const { size, lines } = fit(of, { face, sizes, width, most }, measure);
	const items = lines.map((line, row): Item => {
		const long = measure(line, face) * size;
		const y = (ascent + row * leading) * size;
		return { kind: 'text', text: line, x: end ? width - long : 0, y, width: long, size, face, colour };
	});
	return { height: (ascent + descent + (lines.length - 1) * leading) * size, items };
}
