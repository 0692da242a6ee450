// Where a paragraph breaks at the end of a page: never with one line of it alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { staying } from '#lib/server/whole-paragraphs.ts';

describe('of a paragraph', () => {
	test.each([
		['all that fits stays', 5, 9, 5],
		['as much as there is room for stays', 9, 5, 5],
		['the last line takes one more along', 5, 4, 3],
		['a first line goes with the others', 5, 1, 0],
		['three lines are never parted', 3, 2, 0],
		['four lines are parted in the middle', 4, 3, 2],
		['a single line goes', 1, 0, 0]
	])('%s', (_, lines, room, stays) => {
		expect(staying(lines, room)).toBe(stays);
	});

	test('no line is alone on either page, and no more stay than fit', () => {
		fc.assert(
			fc.property(fc.nat(60), fc.nat(60), (lines, room) => {
				const stays = staying(lines, room);
				expect(stays).toBeLessThanOrEqual(Math.min(lines, room));
				if (stays > 0 && stays < lines) expect(Math.min(stays, lines - stays)).toBeGreaterThanOrEqual(2);
			})
		);
	});
});
