// A bar is as long as its score, and its marks stay inside the drawing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar } from '#lib/chart/bar.ts';
import type { Drawing } from '#lib/chart/shapes.ts';

const filled = ({ shapes }: Drawing, role: 'value' | 'muted'): number => {
	const found = shapes.find((shape) => shape.kind === 'rect' && shape.role === role);
	return found?.kind === 'rect' ? found.width : Number.NaN;
};

describe('a bar', () => {
	test.each([
		[500, 500],
		[1000, 1000],
		[768, 768]
	])('of %i tenths fills %i thousandths of its track', (tenths, width) => {
		expect(filled(bar(tenths, 'value'), 'value')).toBe(width);
	});

	test('of nothing is still seen', () => {
		const width = filled(bar(0, 'value'), 'value');
		expect(width).toBeGreaterThan(0);
		expect(width).toBeLessThan(10);
	});

	test('steps back where another one is marked', () => {
		expect(filled(bar(300, 'muted'), 'muted')).toBe(300);
	});

	test('never leaves its drawing, and grows with the score', () => {
		const score = fc.integer({ min: 0, max: 1000 });
		fc.assert(
			fc.property(score, score, (a, b) => {
				const drawing = bar(a, 'value');
				expect(filled(drawing, 'value')).toBeLessThanOrEqual(drawing.width);
				if (a <= b) expect(filled(drawing, 'value')).toBeLessThanOrEqual(filled(bar(b, 'value'), 'value'));
			})
		);
	});
});
