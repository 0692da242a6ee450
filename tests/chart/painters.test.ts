// One drawing, two painters: both give every shape, at the same place.
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { bar } from '#lib/chart/bar.ts';
import { mark } from '#lib/chart/mark.ts';
import Shapes from '#lib/chart/Shapes.svelte';
import type { Drawing } from '#lib/chart/shapes.ts';
import { times } from '#lib/chart/sign.ts';
import { vectors, type Palette } from '#lib/chart/vectors.ts';

const palette: Palette = {
	track: '#track',
	value: '#value',
	muted: '#muted',
	ink: '#ink',
	paper: '#paper',
	keep: '#keep',
	change: '#change',
	stop: '#stop',
	unknown: '#unknown'
};

const drawings: readonly (readonly [string, Drawing])[] = [
	['a bar', bar(640, 'value')],
	['the sign of multiplication', times],
	['keep', mark('keep')],
	['change', mark('change')],
	['stop', mark('stop')],
	['not known', mark(null)]
];

const svg = (drawing: Drawing, stretch = false): string => render(Shapes, { props: { drawing, stretch } }).body;

describe.each(drawings)('%s', (_, drawing) => {
	test('has every shape in SVG, and is hidden from a screen reader', () => {
		const text = svg(drawing);
		expect(text.match(/<(rect|line|circle|polygon)\b/g)).toHaveLength(drawing.shapes.length);
		expect(text).toContain(`viewBox="0 0 ${drawing.width} ${drawing.height}"`);
		expect(text).toContain('aria-hidden="true"');
	});

	test('has every shape as a vector, in the colour of its role', () => {
		const painted = vectors(drawing, drawing.width, drawing.height, palette);
		const colours = painted.map(
			(vector) => ('color' in vector && vector.color) || ('lineColor' in vector && vector.lineColor)
		);
		expect(colours).toEqual(drawing.shapes.map(({ role }) => `#${role}`));
	});
});

describe('vectors', () => {
	test('are fitted to the room they are given', () => {
		const painted = vectors(bar(500, 'value'), 200, 8, palette);
		expect(painted.at(-1)).toMatchObject({ type: 'rect', x: 0, w: 100 });
	});

	test('are fresh each time, because pdfmake writes into them', () => {
		const drawing = mark('change');
		expect(vectors(drawing, 10, 10, palette)[0]).not.toBe(vectors(drawing, 10, 10, palette)[0]);
	});
});

test('a bar is stretched over the width that there is', () => {
	expect(svg(bar(500, 'value'), true)).toContain('preserveAspectRatio="none"');
	expect(svg(mark('keep'))).not.toContain('preserveAspectRatio');
});
