// Lists of numbers → mean, spread and correlation, for a summary that people read.

/** Mean and standard deviation (over n − 1), which is 0 for fewer than two numbers; both are 0 for none. */
export function moments(values: readonly number[]): { readonly mean: number; readonly spread: number } {
	const [first = 0] = values;
	// Without arithmetic, whose rounding would give equal numbers a spread.
	if (values.every((value) => value === first)) return { mean: first, spread: 0 };
	const mean = sum(values) / values.length;
	return { mean, spread: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1)) };
}

/** Pearson's r; 0 where one of the two does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
	const a = moments(pairs.map(([first]) => first));
	const b = moments(pairs.map(([, second]) => second));
	if (a.spread === 0 || b.spread === 0) return 0;
	const together = sum(pairs.map(([first, second]) => (first - a.mean) * (second - b.mean))) / (pairs.length - 1);
	return together / (a.spread * b.spread);
}

/** The value in the middle, or the upper of the two; NaN for none. */
export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
