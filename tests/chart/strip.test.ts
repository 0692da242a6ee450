// The strip of the peers, and the tick of their median on a bar.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar } from '#lib/chart/bar.ts';
import type { Shape } from '#lib/chart/shapes.ts';
import { strip } from '#lib/chart/strip.ts';

const peers = {
	bins: [
		{ from: 0, to: 100, count: 10 },
		{ from: 100, to: 150, count: 20 },
		{ from: 300, to: 350, count: 10 }
	],
	median: 120,
	quartiles: [90, 140]
} as const;

const ofKind = <K extends Shape['kind']>(shapes: readonly Shape[], kind: K) =>
	shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);

describe('a strip', () => {
	const { shapes, width, height } = strip(peers, 630);
	const [outline] = ofKind(shapes, 'polygon');
	const rise = (x: number): number | undefined => {
		const ground = outline?.points[0]?.[1] ?? 0;
		const top = outline?.points.find(([at, y]) => at === x && y < ground);
		return top && ground - top[1];
	};

	test('has hills as large as the number in them, not as high', () => {
		expect(rise(0)).toBeCloseTo((rise(150) ?? 0) / 4);
		expect(rise(350)).toBeCloseTo((rise(150) ?? 0) / 2);
	});

	test('goes along the ground where nobody is', () => {
		const ground = outline?.points[0]?.[1];
		expect(outline?.points).toContainEqual([150, ground]);
		expect(outline?.points).toContainEqual([300, ground]);
		expect(outline?.points.at(-1)).toEqual([350, ground]);
	});

	test('tells score, median and middle half apart by shape and place', () => {
		const lines = ofKind(shapes, 'line');
		const score = lines.find(({ from }) => from[0] === 630);
		const median = lines.find(({ from }) => from[0] === 120);
		expect(score?.weight).toBeGreaterThan(2 * (median?.weight ?? 9));
		expect(score?.to[1]).toBeLessThan(median?.from[1] ?? 0);
		const band = ofKind(shapes, 'rect').find(({ x }) => x === 90);
		expect(band).toMatchObject({ width: 50 });
		expect(band?.y).toBeGreaterThan(score?.to[1] ?? 99);
	});

	test('is the bar and the score alone where nothing is known', () => {
		const bare = strip({ bins: null, median: null, quartiles: null }, 630).shapes;
		expect(ofKind(bare, 'polygon')).toEqual([]);
		expect(ofKind(bare, 'line')).toHaveLength(1);
		expect(ofKind(bare, 'rect')).toHaveLength(2);
	});

	test('never leaves its frame, whatever was scored', () => {
		fc.assert(
			fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (tenths, a, b) => {
				const drawn = strip({ ...peers, median: a, quartiles: [Math.min(a, b), Math.max(a, b)] }, tenths);
				for (const shape of drawn.shapes) {
					const points = shape.kind === 'line' ? [shape.from, shape.to] : shape.kind === 'polygon' ? shape.points : [];
					for (const [x, y] of points) {
						expect(x).toBeGreaterThanOrEqual(0);
						expect(x).toBeLessThanOrEqual(width);
						expect(y).toBeGreaterThanOrEqual(0);
						expect(y).toBeLessThanOrEqual(height);
					}
				}
			})
		);
	});
});

describe('a bar with the median of the peers', () => {
	test('has a tick across all of it, set off by paper', () => {
		const { shapes, height } = bar(800, 'value', 500);
		const ticks = ofKind(shapes, 'line').filter(({ role }) => role !== 'track');
		expect(ticks.map(({ role }) => role)).toEqual(['paper', 'ink']);
		for (const { from, to } of ticks)
			expect([from, to]).toEqual([
				[500, 0],
				[500, height]
			]);
		expect(ticks[0]?.weight).toBeGreaterThan(ticks[1]?.weight ?? 9);
	});

	test('is the same as before without one', () => {
		expect(bar(800, 'value', null)).toEqual(bar(800, 'value'));
	});
});
