// A word as it is written into a page: every glyph, every step that differs from a width, and nothing for marks.
import { expect, test } from 'vitest';
import { written } from '#lib/server/quick-text.ts';

type Step = Partial<Record<'xAdvance' | 'xOffset' | 'yOffset', number>>;

/** Every glyph is 500 wide, and followed by the step that is given for it. */
const face = (steps: readonly Step[]): Parameters<typeof written>[0] => ({
	id: 'F1',
	ascender: 900,
	font: { unitsPerEm: 1000, layout: () => ({ glyphs: [], positions: [], advanceWidth: 0 }) },
	ref: () => ({}),
	layoutRun: () => ({ glyphs: [], positions: [], advanceWidth: 0 }),
	encode: (word) => [
		[...word].map((_, at) => `000${at + 1}`),
		[...word].map((_, at) => ({ xAdvance: 500, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: 500, ...steps[at] }))
	]
});

test.each<[string, Step[], string | null]>([
	['glyphs as wide as their steps are one string', [], '<000100020003>'],
	['a narrower step is told after its glyph', [{ xAdvance: 460 }], '<0001>40<00020003>'],
	['a wider one too, and a last one', [{}, { xAdvance: 512.5 }, { xAdvance: 499 }], '<00010002>-12.5<0003>1'],
	['a mark above its letter is left to the library', [{}, { yOffset: 120 }], null],
	['and one beside it', [{ xOffset: -20 }], null]
])('%s', (_what, steps, array) => {
	expect(written(face(steps), 'abc')).toBe(array);
});
