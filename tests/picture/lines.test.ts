// Breaking text into lines and choosing its size, in a font whose every letter is half an em wide.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit, type Measure } from '#lib/picture/lines.ts';

const measure: Measure = (text) => text.length / 2;
const room = { face: 'serif', sizes: [20, 16, 12], width: 100, most: 2 } as const;

describe('a text in its room', () => {
	test.each([
		['a short text keeps the size that is wanted', 'ten signs.', 20, ['ten signs.']],
		['a longer one goes on two lines, as even as can be', 'one two six ten', 20, ['one two', 'six ten']],
		['then it gives way', 'one two six ten one two six', 12, ['one two six ten', 'one two six']],
		['nothing has no lines', ' ', 20, []]
	])('%s', (_, text, size, lines) => {
		expect(fit(text, room, measure)).toEqual({ size, lines });
	});

	test('what does not fit at the smallest size ends in dots', () => {
		const { size, lines } = fit('one two six ten one two six ten one two six ten', room, measure);
		expect(size).toBe(12);
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/…$/);
	});

	test('a word that is too long for any line is cut', () => {
		expect(fit('incomprehensibilities', { ...room, most: 1 }, measure).lines).toEqual(['incomprehensibi…']);
	});

	test('a space that does not break holds its words together', () => {
		expect(fit('cost EUR\u00a0362,000', { ...room, sizes: [14] }, measure).lines).toEqual(['cost', 'EUR\u00a0362,000']);
	});

	test('no line is ever wider than the room, none is too many, and what fits is whole', () => {
		const words = fc.array(fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('a', 'ł', '9') }), {
			maxLength: 30
		});
		fc.assert(
			fc.property(words, (given) => {
				const { size, lines } = fit(given.join(' '), room, measure);
				expect(lines.length).toBeLessThanOrEqual(room.most);
				for (const line of lines) expect(measure(line, 'serif') * size).toBeLessThanOrEqual(room.width);
				const said = lines.join(' ');
				if (!said.includes('…')) expect(said).toBe(given.join(' '));
			})
		);
	});
});
