// A table of single mistakes in the small good instrument, each with every line that is said about it.
import { describe, expect, test } from 'vitest';
import { linesAfter, type Edit } from '../tiny.ts';

/** What is wrong, the edits that make it so, and the problems: errors as printed, warnings with that word before them. */
export type Row = readonly [mistake: string, edits: readonly Edit[], says: readonly string[]];

export function table(about: string, rows: readonly Row[]): void {
	describe(about, () => {
		test.each(rows)('%s', (_mistake, edits, says) => {
			expect(linesAfter(edits)).toEqual(says);
		});
	});
}
