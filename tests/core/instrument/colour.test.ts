// Colours: what stands apart, and what becomes of a brand's colour on our paper.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENOUGH, grounds, tonesOf, weakest } from '#core/instrument/accent.ts';
import { contrast, hexOf, lchOf, mixed } from '#core/instrument/colour.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
	test.each([
		['#000000', '#ffffff', 21],
		['#ffffff', '#ffffff', 1],
		// The grey that WCAG's own tools give as the lightest one for text on white.
		['#767676', '#ffffff', 4.54],
		['#777777', '#ffffff', 4.48],
		['#0000ff', '#ffffff', 8.59],
		['#ff0000', '#ffffff', 4]
	])('of %s and %s is %d to 1', (one, other, ratio) => {
		expect(contrast(one, other)).toBeCloseTo(ratio, 2);
		expect(contrast(other, one)).toBeCloseTo(ratio, 2);
	});
});

describe('OKLCH', () => {
	// Figures from Ottosson's own table and from CSS Color 4, example of named colours.
	test.each([
		['#ffffff', 1, 0, null],
		['#000000', 0, 0, null],
		['#ff0000', 0.628, 0.2577, 29.23],
		['#00ff00', 0.8664, 0.2948, 142.5],
		['#0000ff', 0.452, 0.3132, -95.95]
	])('of %s', (hex, lightness, chroma, degrees) => {
		const lch = lchOf(hex);
		expect(lch.lightness).toBeCloseTo(lightness, 3);
		expect(lch.chroma).toBeCloseTo(chroma, 3);
		if (degrees !== null) expect((lch.hue * 180) / Math.PI).toBeCloseTo(degrees, 1);
	});

	test('leads back to every colour', () => {
		fc.assert(fc.property(colour, (hex) => hexOf(lchOf(hex)) === hex));
	});

	test('gives a colour that no screen can show as much chroma as it can', () => {
		const { lightness, hue } = lchOf('#0000ff');
		const shown = lchOf(hexOf({ lightness: 0.8, chroma: 0.4, hue }));
		expect(lightness).toBeLessThan(0.5);
		expect(shown.lightness).toBeCloseTo(0.8, 2);
		expect(shown.hue).toBeCloseTo(hue, 1);
		expect(shown.chroma).toBeGreaterThan(0.05);
		expect(shown.chroma).toBeLessThan(0.4);
	});
});

test.each([
	[1, '#1d4e55'],
	[0, '#ffffff'],
	[0.5, '#8ea7aa']
])('a share of %d of one colour over white', (share, blended) => {
	expect(mixed('#1d4e55', '#ffffff', share)).toBe(blended);
});

describe('a colour of a brand', () => {
	test.each([
		['deep enough', '#1d4e55', '#1d4e55', '#1d4e55'],
		['black', '#000000', '#000000', '#000000'],
		['yellow', '#ffd400', '#897100', '#ffd400'],
		['the palest yellow, which shows by its hue alone', '#ffff00', '#777700', '#ffff00'],
		['white, which shows nowhere', '#ffffff', '#737373', '#737373'],
		['just too pale', '#0f8694', '#007f8d', '#0f8694']
	])('%s: on paper', (_, brand, accent, mark) => {
		expect(tonesOf(brand).light).toEqual({ accent, mark });
	});

	test.each([
		['deep', '#1d4e55', '#90c1c9', '#90c1c9'],
		['loud', '#ffd400', '#ffd400', '#ffd400'],
		['black', '#000000', '#b7b7b7', '#b7b7b7'],
		['red: lifted for words, itself where it is only seen', '#e30613', '#ff9689', '#e30613']
	])('%s: in the dark', (_, brand, accent, mark) => {
		expect(tonesOf(brand).dark).toEqual({ accent, mark });
	});

	test('whichever it is can be read by day and by night, and keeps its hue', () => {
		fc.assert(
			fc.property(colour, (brand) => {
				const { light, dark } = tonesOf(brand);
				expect(weakest(light.accent, grounds.light)).toBeGreaterThanOrEqual(ENOUGH);
				expect(weakest(dark.accent, grounds.dark)).toBeGreaterThanOrEqual(ENOUGH);
				for (const { accent } of [light, dark]) {
					const [was, is] = [lchOf(brand), lchOf(accent)];
					const turned = Math.abs(Math.atan2(Math.sin(was.hue - is.hue), Math.cos(was.hue - is.hue)));
					if (is.chroma > 0.06) expect(turned).toBeLessThan(0.15);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('what was mended is not mended again', () => {
		fc.assert(
			fc.property(colour, (brand) => {
				const { accent } = tonesOf(brand).light;
				return tonesOf(accent).light.accent === accent;
			})
		);
	});

	test('is measured on the colours that the pages have', () => {
		const css = readFileSync('src/app.css', 'utf8');
		const [paper, sheet] = grounds.light;
		const [night, nightSheet, button] = grounds.dark;
		expect(css).toContain(`--paper: light-dark(${paper}, ${night})`);
		expect(css).toContain(`--sheet: light-dark(${sheet}, ${nightSheet})`);
		expect(css).toContain(`--on-accent: light-dark(#ffffff, ${button})`);
	});
});
