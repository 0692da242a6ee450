// Whole numbers divided with one rounding rule, half up, the same on every machine.
export { units } from '#core/instrument/units.ts';

/**
 * `a / b` rounded half up: floor((2a + b) / 2b), for whole a ≥ 0 and b > 0 (method, section 1).
 * A dividend whose double passes 2^53 goes through BigInt; one that is itself unsafe must come as a bigint already.
 * Throws a RangeError on a divisor of zero or a negative number: both are faults of the caller.
 */
export function rdiv(a: number, b: number): number {
	if (!(a >= 0 && b > 0)) throw new RangeError(`rdiv(${a}, ${b}) needs a ≥ 0 and b > 0`);
	const doubled = 2 * a + b;
	// Exact: a quotient of safe integers is never rounded across a whole number.
	if (doubled <= Number.MAX_SAFE_INTEGER) return Math.floor(doubled / (2 * b));
	return Number(rdivBig(BigInt(a), BigInt(b)));
}

/** `rdiv` without a limit of size, for products that can pass 2^53. */
export function rdivBig(a: bigint, b: bigint): bigint {
	if (a < 0n || b <= 0n) throw new RangeError(`rdiv(${a}, ${b}) needs a ≥ 0 and b > 0`);
	return (2n * a + b) / (2n * b);
}

/** `rdiv` with a sign, rounding half away from zero: sign(a) · rdiv(|a|, b), for b > 0. */
export function sdiv(a: number, b: number): number {
	// Not -rdiv(…): there is no minus zero among scores.
	return a < 0 ? 0 - rdiv(-a, b) : rdiv(a, b);
}

/** The whole number of points that is shown for a score in tenths: 695 is 70. Always from the stored tenths. */
export const whole = (tenths: number): number => rdiv(tenths, 10);
