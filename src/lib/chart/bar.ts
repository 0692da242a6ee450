// A score → a bar on its scale of 0 to 100, ticked at the quarters. Made to be stretched to any width.
import type { Drawing, Shape } from './shapes.ts';

const length = 1000;
const thickness = 12;
const tail = 4;

/**
 * `tenths` is 0 to 1000. `muted` steps back behind a bar that is marked; a zero keeps a sliver, so that it is seen.
 * `median`, in tenths, is ticked across the bar, with a margin of paper so that it stands out from it.
 */
export function bar(tenths: number, role: 'value' | 'muted', median: number | null = null): Drawing {
	const reached = Math.min(length, Math.max(4, tenths));
	const ticks = [0, 250, 500, 750, length].map((x): Shape => ({
		kind: 'line',
		role: 'track',
		from: [x, 0],
		to: [x, thickness + tail],
		weight: 1
	}));
	return {
		width: length,
		height: thickness + tail,
		shapes: [
			{ kind: 'rect', role: 'track', x: 0, y: 0, width: length, height: thickness },
			...ticks,
			{ kind: 'rect', role, x: 0, y: 0, width: reached, height: thickness },
			...(median === null ? [] : [across(median, 'paper', 6), across(median, 'ink', 2)])
		]
	};
}

const across = (x: number, role: 'paper' | 'ink', weight: number): Shape => ({
	kind: 'line',
	role,
	from: [x, 0],
	to: [x, thickness + tail],
	weight
});
