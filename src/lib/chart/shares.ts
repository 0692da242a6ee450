// How often each verdict was reached → one bar of the whole, its parts side by side. Made to be stretched to any width.
import type { Verdict } from '#core/instrument/instrument.ts';
import type { Drawing, Shape } from './shapes.ts';

const length = 1000;
const thickness = 12;
const order: readonly Verdict[] = ['keep', 'change', 'stop'];

/** `whole` is how many there are in all; what no verdict takes stays track. A hair of paper parts them. */
export function shares(times: Readonly<Record<Verdict, number>>, whole: number): Drawing {
	let x = 0;
	const parts = order.flatMap((verdict): readonly Shape[] => {
		const width = whole === 0 ? 0 : (length * times[verdict]) / whole;
		const from = x;
		x += width;
		return width === 0
			? []
			: [
					{ kind: 'rect', role: verdict, x: from, y: 0, width, height: thickness },
					{ kind: 'line', role: 'paper', from: [x, 0], to: [x, thickness], weight: 1.5 }
				];
	});
	return {
		width: length,
		height: thickness,
		shapes: [{ kind: 'rect', role: 'track', x: 0, y: 0, width: length, height: thickness }, ...parts]
	};
}
