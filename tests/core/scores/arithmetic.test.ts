import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rdiv, rdivBig, sdiv, whole } from '#core/scores/arithmetic.ts';

test.each([
	[0, 1, 0],
	[1, 2, 1],
	[1, 3, 0],
	[2, 3, 1],
	[5, 10, 1],
	[4, 10, 0],
	[250, 4, 63],
	[3075, 4, 769],
	[3074, 4, 769],
	[3073, 4, 768],
	[Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
	[Number.MAX_SAFE_INTEGER, 2, 4503599627370496]
])('%d divided by %d is %d, half up', (a, b, expected) => {
	expect(rdiv(a, b)).toBe(expected);
});

test.each([
	[-1, 2, -1],
	[1, 2, 1],
	[-1, 3, 0],
	[-250, 4, -63]
])('%d divided by %d with its sign is %d', (a, b, expected) => {
	expect(sdiv(a, b)).toBe(expected);
});

test.each([
	[694, 69],
	[695, 70],
	[0, 0],
	[5, 1],
	[4, 0],
	[1000, 100]
])('%d tenths are shown as %d', (tenths, shown) => {
	expect(whole(tenths)).toBe(shown);
});

describe('on every whole number', () => {
	const dividend = fc.nat({ max: Number.MAX_SAFE_INTEGER });
	const divisor = fc.integer({ min: 1, max: 2 ** 40 });

	it('plain and big arithmetic agree', () => {
		fc.assert(fc.property(dividend, divisor, (a, b) => rdiv(a, b) === Number(rdivBig(BigInt(a), BigInt(b)))));
	});

	it('the quotient is never further than a half away', () => {
		fc.assert(
			fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (a, b) => {
				const off = 2 * (rdiv(a, b) * b - a);
				expect(off).toBeGreaterThan(-b);
				expect(off).toBeLessThanOrEqual(b);
			})
		);
	});

	it('a sign mirrors the result', () => {
		fc.assert(fc.property(fc.nat(1_000_000), divisor, (a, b) => sdiv(-a, b) + sdiv(a, b) === 0));
	});
});

test.each([
	[-1, 2],
	[1, 0],
	[1, -1],
	[NaN, 1],
	[1, NaN]
])('%d by %d is refused', (a, b) => {
	expect(() => rdiv(a, b)).toThrow(RangeError);
});

test('big numbers keep the same limits', () => {
	expect(() => rdivBig(-1n, 2n)).toThrow(RangeError);
	expect(() => rdivBig(1n, 0n)).toThrow(RangeError);
	expect(rdivBig(10n ** 30n + 1n, 2n)).toBe(5n * 10n ** 29n + 1n);
});
