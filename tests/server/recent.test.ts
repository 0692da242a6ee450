// What is kept in memory for a while: as many as there is room for, and the last used of them.
import { expect, test } from 'vitest';
import { Recent } from '#lib/server/recent.ts';

test('what was not used for longest gives way', () => {
	const recent = new Recent<number>(2);
	recent.set('one', 1);
	recent.set('two', 2);
	expect(recent.get('one')).toBe(1);
	recent.set('three', 3);
	expect(['one', 'two', 'three'].map((key) => recent.get(key))).toEqual([1, undefined, 3]);
});

test('where they are weighed, a heavy one takes the place of several, and one too heavy is kept alone', () => {
	const recent = new Recent<number>(10, (value) => value);
	for (const value of [4, 5, 1]) recent.set(String(value), value);
	recent.set('6', 6);
	expect(['4', '5', '1', '6'].map((key) => recent.get(key))).toEqual([undefined, undefined, 1, 6]);
	recent.set('70', 70);
	expect(['1', '6', '70'].map((key) => recent.get(key))).toEqual([undefined, undefined, 70]);
});
