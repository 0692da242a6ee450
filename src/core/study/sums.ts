// Rows of whole scores → their sums and products, which add up in any order, and the exact variances that follow.

/** Of rows of `k` whole numbers. Whole numbers up to 2^53 stay exact: with scores of up to 1000, nine thousand million rows. */
export type Sums = {
	n: number;
	readonly sums: Float64Array;
	/** Of each with itself and those after it, row by row of the upper triangle. */
	readonly products: Float64Array;
};

export const noSums = (k: number): Sums => ({
	n: 0,
	sums: new Float64Array(k),
	products: new Float64Array((k * (k + 1)) / 2)
});

/** Adds a row of whole numbers, or takes it away again. */
export function addRow({ sums, products }: Sums, row: ArrayLike<number>, sign: 1 | -1): void {
	const k = sums.length;
	let at = 0;
	for (let one = 0; one < k; one++) {
		const value = sign * (row[one] ?? 0);
		if (value === 0) {
			at += k - one;
			continue;
		}
		sums[one] = (sums[one] ?? 0) + value;
		for (let other = one; other < k; other++, at++) products[at] = (products[at] ?? 0) + value * (row[other] ?? 0);
	}
}

/** The sums of all rows, each as long as the first. */
export function sumsOf(rows: readonly (readonly number[])[]): Sums {
	const all = noSums(rows[0]?.length ?? 0);
	for (const row of rows) addRow(all, row, 1);
	all.n = rows.length;
	return all;
}

/** The covariances of the columns times n · (n − 1): exact whole numbers. */
export function covariances({ n, sums, products }: Sums): readonly (readonly bigint[])[] {
	const whole = Array.from(sums, BigInt);
	const triangle = Array.from(products, BigInt);
	const k = whole.length;
	const product = (one: number, other: number): bigint => triangle[(one * (2 * k - one + 1)) / 2 + other - one] ?? 0n;
	return whole.map((a, one) =>
		whole.map((b, other) => BigInt(n) * product(Math.min(one, other), Math.max(one, other)) - a * b)
	);
}
