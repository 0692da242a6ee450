import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rdiv } from '#core/scores/arithmetic.ts';
import { oneDecimal, panel } from '#core/scores/panel.ts';

test.each([
	['whole numbers that add up', 768, [760, 760, 750, 800], ['76', '76', '75', '80', '77'], 0],
	['one decimal where they would not', 763, [755, 755, 745, 795], ['75.5', '75.5', '74.5', '79.5', '76.3'], 1],
	['whole numbers without a total', null, [755, null, 745], ['76', null, '75', null], 0],
	['nothing', null, [], [null], 0],
	['the ends', 500, [0, 1000], ['0', '100', '50'], 0]
])('%s', (_, total, parts, shown, decimals) => {
	expect(panel(total, parts)).toEqual({ shown, decimals });
});

test('weights count', () => {
	expect(panel(741, [755, 700], [3, 1]).shown).toEqual(['75.5', '70.0', '74.1']);
	expect(panel(630, [500, 1000], [3, 1]).shown).toEqual(['50', '100', '63']);
});

test.each([
	[0, '0.0'],
	[5, '0.5'],
	[695, '69.5'],
	[1000, '100.0']
])('%d tenths are %s', (tenths, shown) => {
	expect(oneDecimal(tenths)).toBe(shown);
});

test('a reader with a calculator agrees with every panel', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }), (parts) => {
			const total = rdiv(
				parts.reduce((sum, part) => sum + part, 0),
				parts.length
			);
			const { shown, decimals } = panel(total, parts);
			const units = shown.map((text) => Math.round(Number(text) * 10 ** decimals));
			const all = units.pop();
			expect(
				rdiv(
					units.reduce((sum, part) => sum + part, 0),
					units.length
				)
			).toBe(all);
		})
	);
});
