// The terms of sales velocity → a fraction in columns: all but the last above a line, the last beneath it.
import { times } from '#lib/chart/sign.ts';
import { vectors } from '#lib/chart/vectors.ts';
import { colours, palette } from './look.ts';
import type { Node } from './node.ts';
import { rule } from './prose.ts';

/** The room for a sign between two terms. */
export const between = 20;

/** The width of one term when `count` of them stand above the line. */
export const termWidth = (width: number, count: number): number => (width - (count - 1) * between) / Math.max(1, count);

export function equation(terms: readonly (readonly Node[])[], width: number): Node[] {
	const above = terms.slice(0, -1);
	const below = terms.at(-1) ?? [];
	const each = termWidth(width, above.length);
	const sign = (): Node => ({ canvas: vectors(times, 7, 7, palette), width: between, margin: [6.5, 19, 0, 0] });
	return [
		{
			columns: above.flatMap((nodes, at): Node[] => [...(at > 0 ? [sign()] : []), { stack: [...nodes], width: each }]),
			columnGap: 0
		},
		{ canvas: [rule(width, 1.2, colours.ink)], margin: [0, 5, 0, 4] },
		{ stack: [...below], margin: [each + between, 0, 0, 0] }
	];
}
