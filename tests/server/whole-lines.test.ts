// Words that are joined into one stroke of the pen: nothing lost, nothing moved, no style mixed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined } from '#lib/server/whole-lines.ts';

const serif = { name: 'Serif' };
const word = (text: string, more: Record<string, unknown> = {}) => ({ text, width: text.length, font: serif, ...more });

describe('a line', () => {
	test('of one style is written at once', () => {
		expect(joined([word('Your '), word('deals '), word('end')])).toEqual([word('Your deals end')]);
	});

	test.each([
		['bold', { font: { name: 'Bold' } }],
		['larger', { fontSize: 12 }],
		['coloured', { color: '#fff' }],
		['a link', { link: 'https://example.org' }],
		['underlined', { decoration: 'underline' }]
	])('is broken where a word is %s', (_what, style) => {
		const line = [word('one '), word('two ', style), word('three')];
		expect(joined(line)).toEqual(line);
	});

	test('leaves a page number that is not known yet alone', () => {
		const line = [word('Page '), word('00', { _pageNodeRef: {} }), word(' of 9')];
		expect(joined(line)).toEqual(line);
	});

	test('keeps every letter and the whole width, and does not touch what it is given', () => {
		const words = fc.array(fc.record({ text: fc.string(), fontSize: fc.constantFrom(8, 10) }), { maxLength: 20 });
		fc.assert(
			fc.property(words, (some) => {
				const line = some.map(({ text, fontSize }) => Object.freeze(word(text, { fontSize })));
				const whole = joined(line);
				expect(whole.map(({ text }) => text).join('')).toBe(line.map(({ text }) => text).join(''));
				const width = (inlines: readonly { width: number }[]) => inlines.reduce((sum, each) => sum + each.width, 0);
				expect(width(whole)).toBe(width(line));
				expect(whole.length).toBeLessThanOrEqual(line.length);
			})
		);
	});
});
