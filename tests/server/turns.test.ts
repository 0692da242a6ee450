// Many who ask at once: each in order, and other work between any two.
import { expect, test } from 'vitest';
import { turn } from '#lib/server/turns.ts';

test('lets other work in between two turns, and keeps their order', async () => {
	const seen: string[] = [];
	let isOver = false;
	const others = (): void => {
		seen.push('other');
		if (!isOver) setImmediate(others);
	};
	setImmediate(others);
	await Promise.all(['one', 'two', 'three'].map((name) => turn().then(() => seen.push(name))));
	isOver = true;
	expect(seen.filter((name) => name !== 'other')).toEqual(['one', 'two', 'three']);
	for (const [before, after] of [
		['one', 'two'],
		['two', 'three']
	] as const) {
		expect(seen.slice(seen.indexOf(before), seen.indexOf(after))).toContain('other');
	}
});
