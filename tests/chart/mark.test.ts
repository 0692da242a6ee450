// Verdicts have different shapes, so that they are told apart where no colour is seen.
import { describe, expect, test } from 'vitest';
import { mark } from '#lib/chart/mark.ts';

const verdicts = ['keep', 'change', 'stop', null] as const;

describe('the marks of verdicts', () => {
	test('differ by shape alone', () => {
		const shapes = verdicts.map((verdict) =>
			JSON.stringify(mark(verdict).shapes.map(({ role: _, ...shape }) => shape))
		);
		expect(new Set(shapes).size).toBe(verdicts.length);
	});

	test.each(verdicts)('%s stays inside its square', (verdict) => {
		const { width, height, shapes } = mark(verdict);
		for (const shape of shapes) {
			const points =
				shape.kind === 'polygon'
					? shape.points
					: shape.kind === 'rect'
						? [
								[shape.x, shape.y],
								[shape.x + shape.width, shape.y + shape.height]
							]
						: shape.kind === 'circle'
							? [shape.centre.map((at) => at - shape.radius), shape.centre.map((at) => at + shape.radius)]
							: [shape.from, shape.to];
			for (const [x = Number.NaN, y = Number.NaN] of points) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(width);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(y).toBeLessThanOrEqual(height);
			}
		}
	});
});
