// The quiet bar of an answer: the own score above, the middle half of the others with its median beneath.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { among } from '#lib/chart/among.ts';

const rects = (drawing: ReturnType<typeof among>, role: string) =>
	drawing.shapes.flatMap((shape) => (shape.kind === 'rect' && shape.role === role ? [shape] : []));

describe('among others', () => {
	test('the score, the middle half and the median lie on one scale', () => {
		const drawing = among({ tenths: 250, median: 500, quartiles: [400, 750] });
		expect(rects(drawing, 'value')).toMatchObject([{ x: 0, width: 250 }]);
		expect(rects(drawing, 'muted')).toMatchObject([{ x: 400, width: 350 }]);
		expect(drawing.shapes.at(-1)).toMatchObject({ kind: 'line', role: 'ink', from: [500, 5], to: [500, 13] });
	});

	test('nothing lies outside, and nothing is too thin to be seen', () => {
		const score = fc.nat(1000);
		const sorted = fc.tuple(score, score, score).map((three) => three.toSorted((a, b) => a - b));
		fc.assert(
			fc.property(score, sorted, (tenths, [lower = 0, median = 0, upper = 0]) => {
				const drawing = among({ tenths, median, quartiles: [lower, upper] });
				for (const rect of ['track', 'value', 'muted'].flatMap((role) => rects(drawing, role))) {
					expect(rect.width).toBeGreaterThanOrEqual(8);
					expect(rect.x).toBeGreaterThanOrEqual(0);
					expect(rect.x + rect.width).toBeLessThanOrEqual(drawing.width);
					expect(rect.y + rect.height).toBeLessThanOrEqual(drawing.height);
				}
			})
		);
	});
});
