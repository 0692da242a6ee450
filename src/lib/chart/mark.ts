// A verdict → its shape: a full disc to keep, half a disc to change, a square to stop, a ring where nothing is known.
import type { Verdict } from '#core/instrument/instrument.ts';
import type { Drawing, Point, Shape } from './shapes.ts';

const size = 16;
const middle = size / 2;
const radius = 6;

/** The left half of the disc, as a polygon in steps of ten degrees. */
const leftHalf: readonly Point[] = Array.from({ length: 19 }, (_, step) => {
	const angle = Math.PI / 2 + (step * Math.PI) / 18;
	return [round(middle + radius * Math.cos(angle)), round(middle + radius * Math.sin(angle))];
});

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

const ring = (role: 'change' | 'unknown'): Shape => ({
	kind: 'circle',
	role,
	centre: [middle, middle],
	radius,
	outline: 1.6
});

const shapes: Readonly<Record<Verdict | 'unknown', readonly Shape[]>> = {
	keep: [{ kind: 'circle', role: 'keep', centre: [middle, middle], radius: radius + 0.8, outline: null }],
	change: [{ kind: 'polygon', role: 'change', points: leftHalf }, ring('change')],
	stop: [{ kind: 'rect', role: 'stop', x: 2, y: 2, width: 12, height: 12 }],
	unknown: [ring('unknown')]
};

export function mark(verdict: Verdict | null): Drawing {
	return { width: size, height: size, shapes: shapes[verdict ?? 'unknown'] };
}
