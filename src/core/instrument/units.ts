// A decimal number as it is typed → a whole number of units, so that no fraction enters the arithmetic.

/** `value · 10^decimals` as an exact integer; null where the value has more decimals than that, or more than 15 digits. */
export function units(value: number, decimals: number): number | null {
	const scale = 10 ** decimals;
	const scaled = Math.round(value * scale);
	// The division is correctly rounded, so it gives the value back exactly if it has no further digits.
	return Math.abs(scaled) <= 1e15 && scaled / scale === value ? scaled : null;
}
