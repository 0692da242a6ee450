// One row of a chart → a bar from the beginning of the scale, or a dot on the middle half. Made to be stretched.
import type { Mark } from '#core/report/report.ts';
import type { Drawing, Shape } from './shapes.ts';

const length = 1000;
const height = 16;
const middle = height / 2;

/** `ticks` are lines across, where the scale is named. */
export function row(mark: Mark, ticks: readonly number[]): Drawing {
	const lines = ticks.map((x): Shape => ({ kind: 'line', role: 'track', from: [x, 0], to: [x, height], weight: 1 }));
	return { width: length, height, shapes: [...lines, ...(mark.kind === 'bar' ? bar(mark) : dot(mark))] };
}

const bar = ({ length: reached, isQuiet }: Extract<Mark, { kind: 'bar' }>): readonly Shape[] => [
	{ kind: 'rect', role: isQuiet ? 'muted' : 'value', x: 0, y: 2, width: Math.max(3, reached), height: height - 4 }
];

/** A line of no length is not drawn everywhere: that of the dot has a thousandth of the scale. */
function dot({ median, quartiles: [lower, upper] }: Extract<Mark, { kind: 'middle' }>): readonly Shape[] {
	const at = (weight: number, role: 'paper' | 'ink'): Shape => ({
		kind: 'line',
		role,
		from: [median - 0.5, middle],
		to: [median + 0.5, middle],
		weight,
		round: true
	});
	return [
		{ kind: 'line', role: 'track', from: [0, middle], to: [length, middle], weight: 1 },
		{ kind: 'rect', role: 'muted', x: lower, y: middle - 3, width: Math.max(4, upper - lower), height: 6 },
		at(12, 'paper'),
		at(9, 'ink')
	];
}
