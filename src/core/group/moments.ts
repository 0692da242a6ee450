// Means, variances and correlations of a table of answers: doubles, which never feed a score.

export const mean = (values: readonly number[]): number => sum(values) / values.length;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Over n − 1; NaN below two values. */
export function variance(values: readonly number[]): number {
	const middle = mean(values);
	return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

/** Pearson's; NaN where one of the two never varies. Both have the same length. */
export function correlation(one: readonly number[], other: readonly number[]): number {
	const [a, b] = [mean(one), mean(other)];
	const products = one.map((value, at) => (value - a) * ((other[at] ?? NaN) - b));
	return sum(products) / Math.sqrt(sum(one.map((v) => (v - a) ** 2)) * sum(other.map((v) => (v - b) ** 2)));
}
