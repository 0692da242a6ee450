// Means of groups as dots on a line.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dot, dots, groupsIn } from '#lib/chart/dots.ts';
import type { Shape } from '#lib/chart/shapes.ts';

/** The middle of each mark, by group: only the margin of paper around it is a disc of every mark. */
const marksIn = (shapes: readonly Shape[]) =>
	shapes.flatMap((shape) => (shape.kind === 'circle' && shape.role === 'paper' ? [shape.centre] : []));

const lineOf = (shapes: readonly Shape[]) => shapes.find((shape) => shape.kind === 'line');

describe('a line of dots', () => {
	test('has its ends at 0 and 100, and every mark whole within the drawing', () => {
		const { shapes, width } = dots([
			{ tenths: 0, group: 0 },
			{ tenths: 1000, group: 1 }
		]);
		const [low, high] = marksIn(shapes);
		const line = lineOf(shapes);
		expect(line?.kind === 'line' && [line.from[0], line.to[0]]).toEqual([low?.[0], high?.[0]]);
		expect(low?.[0]).toBeGreaterThanOrEqual(6);
		expect(high?.[0]).toBeLessThanOrEqual(width - 6);
	});

	test('is thicker between the outermost marks, and not where they coincide', () => {
		const between = (one: number, other: number) =>
			dots([
				{ tenths: one, group: 0 },
				{ tenths: other, group: 1 }
			]).shapes.filter(({ kind, role }) => kind === 'rect' && role === 'muted');
		expect(between(200, 700)).toHaveLength(1);
		expect(between(400, 400)).toEqual([]);
	});

	const row = fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 });

	test('no two marks lie upon each other, and all lie inside', () => {
		fc.assert(
			fc.property(row, (tenths) => {
				const { shapes, width, height } = dots(tenths.map((each, group) => ({ tenths: each, group })));
				const marks = marksIn(shapes);
				expect(marks).toHaveLength(tenths.length);
				for (const [at, [x, y]] of marks.entries()) {
					for (const [dx, dy] of marks.slice(0, at)) expect(Math.hypot(x - dx, y - dy)).toBeGreaterThanOrEqual(12);
					expect(Math.min(x, width - x)).toBeGreaterThanOrEqual(6);
					expect(Math.min(y, height - y)).toBeGreaterThanOrEqual(6);
				}
			})
		);
	});

	test('marks lie in the order of their means', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(100), { minLength: 2, maxLength: 5 }), (points) => {
				const marks = marksIn(dots(points.map((each, group) => ({ tenths: each * 10, group }))).shapes);
				const order = (some: readonly number[]) =>
					some.map((_, at) => at).sort((a, b) => (some[a] ?? 0) - (some[b] ?? 0));
				expect(order(marks.map(([x]) => x))).toEqual(order(points));
			})
		);
	});
});

test('five groups are told apart without colour', () => {
	const outline = (group: number): string =>
		JSON.stringify(
			dot(group)
				.shapes.slice(1)
				.map((shape) => [
					shape.kind,
					shape.kind === 'circle' ? shape.outline : null,
					shape.kind === 'polygon' ? shape.points.length : 0
				])
		);
	expect(new Set([0, 1, 2, 3, 4].map(outline)).size).toBe(5);
});

test('a group keeps its mark where another is missing from a row', () => {
	const mean = (label: string) => ({ label, tenths: 500, shown: '50' });
	const row = (labels: readonly string[]) => ({ label: 'Q', dots: labels.map(mean), note: '', said: [] });
	const table = { kind: 'table', caption: '', head: [], rows: [], numeric: [] } as const;
	const rows = [row(['Managers', 'Sellers']), row(['Sellers', 'Finance'])];
	expect(groupsIn({ kind: 'dots', title: '', rows, description: '', table })).toEqual([
		'Managers',
		'Sellers',
		'Finance'
	]);
});
