// Pixels → the colour that they are mostly of.
import { describe, expect, test } from 'vitest';
import { lchOf } from '#core/instrument/colour.ts';
import { mainColour } from '#core/instrument/main-colour.ts';

type Pixel = readonly [red: number, green: number, blue: number, opacity: number];

const picture = (...areas: readonly (readonly [number, Pixel])[]): Uint8Array =>
	Uint8Array.from(areas.flatMap(([count, pixel]) => Array.from({ length: count }, () => pixel).flat()));

const red: Pixel = [200, 30, 60, 255];
const blue: Pixel = [30, 60, 200, 255];
const white: Pixel = [255, 255, 255, 255];
const grey: Pixel = [90, 92, 95, 255];

describe('the main colour', () => {
	test.each([
		['the larger of two colours', picture([30, red], [10, blue]), '#c81e3c'],
		['a little colour among much grey and white', picture([5, blue], [300, white], [200, grey]), '#1e3cc8'],
		['what is not see-through', picture([10, red], [90, [0, 0, 0, 0]]), '#c81e3c'],
		['half see-through', picture([10, [100, 15, 30, 128]]), '#c71e3c']
	])('%s', (_name, pixels, colour) => {
		expect(mainColour(pixels)).toBe(colour);
	});

	test('of shades of one colour is between them', () => {
		const found = lchOf(mainColour(picture([10, [20, 60, 160, 255]], [10, [60, 110, 220, 255]])) ?? '#000000');
		expect(found.lightness).toBeGreaterThan(lchOf('#143ca0').lightness);
		expect(found.lightness).toBeLessThan(lchOf('#3c6edc').lightness);
	});

	test.each([
		['nothing', picture()],
		['black, white and grey', picture([9, white], [9, grey], [9, [0, 0, 0, 255]])],
		['nothing that is seen', picture([9, [3, 0, 0, 10]])]
	])('of %s is none', (_name, pixels) => {
		expect(mainColour(pixels)).toBeNull();
	});
});
