// Shares of a whole as one bar: parts in order, as wide as they are frequent, and nothing for what never happened.
import { expect, test } from 'vitest';
import { shares } from '#lib/chart/shares.ts';

const parts = (times: Parameters<typeof shares>[0], whole: number) =>
	shares(times, whole).shapes.flatMap((shape) =>
		shape.kind === 'rect' && shape.role !== 'track' ? [[shape.role, shape.x, shape.width]] : []
	);

test('the parts lie side by side in the order keep, change, stop', () => {
	expect(parts({ keep: 1, change: 2, stop: 5 }, 10)).toEqual([
		['keep', 0, 100],
		['change', 100, 200],
		['stop', 300, 500]
	]);
});

test('what never happened is not drawn, and without anybody only the track is', () => {
	expect(parts({ keep: 0, change: 1, stop: 0 }, 4)).toEqual([['change', 0, 250]]);
	expect(shares({ keep: 0, change: 0, stop: 0 }, 0).shapes).toEqual([
		{ kind: 'rect', role: 'track', x: 0, y: 0, width: 1000, height: 12 }
	]);
});
