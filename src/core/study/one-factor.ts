// The correlations of some items → how strongly each depends on the one thing that they have in common.

/** Iterations of the factor; it has come to rest long before. */
const MOST = 2000;
const REST = 1e-13;

/**
 * The loadings of one factor: exact for three items, λ₁ = √(r₁₂ r₁₃ / r₂₃) and so on; for more by principal axes,
 * iterated until the communalities rest (Gorsuch, Factor Analysis, 1983, chapter 6). Null for fewer than three items,
 * where a correlation is not positive, and where a loading reaches 1 (a Heywood case). Loadings are doubles from 0 to 1.
 */
export function oneFactor(correlations: readonly (readonly number[])[]): readonly number[] | null {
	const k = correlations.length;
	const r = (one: number, other: number): number => correlations[one]?.[other] ?? NaN;
	if (k < 3 || correlations.some((row, one) => row.some((each, other) => one !== other && !(each > 0)))) return null;
	const loadings =
		k === 3
			? [
					Math.sqrt((r(0, 1) * r(0, 2)) / r(1, 2)),
					Math.sqrt((r(0, 1) * r(1, 2)) / r(0, 2)),
					Math.sqrt((r(0, 2) * r(1, 2)) / r(0, 1))
				]
			: principalAxis(correlations);
	return loadings.every((loading) => loading < 1) ? loadings : null;
}

function principalAxis(correlations: readonly (readonly number[])[]): readonly number[] {
	let loadings = correlations.map((row, at) => Math.sqrt(Math.max(...row.filter((_, other) => other !== at))));
	for (let round = 0; round < MOST; round++) {
		const next = axis(
			correlations.map((row, at) => row.map((each, other) => (at === other ? (loadings[at] ?? 0) ** 2 : each)))
		);
		const moved = Math.max(...next.map((loading, at) => Math.abs(loading - (loadings[at] ?? 0))));
		loadings = next.map((loading) => Math.min(loading, 1));
		if (moved < REST || next.some((loading) => loading >= 1)) return next;
	}
	return loadings;
}

/** The first eigenvector of a positive matrix times the root of its eigenvalue, by repeated multiplication. */
function axis(matrix: readonly (readonly number[])[]): number[] {
	let vector = matrix.map(() => 1 / Math.sqrt(matrix.length));
	let value = 0;
	for (let round = 0; round < MOST; round++) {
		const product = matrix.map((row) => row.reduce((total, each, at) => total + each * (vector[at] ?? 0), 0));
		const length = Math.hypot(...product);
		const next = product.map((each) => each / length);
		const moved = Math.max(...next.map((each, at) => Math.abs(each - (vector[at] ?? 0))));
		[vector, value] = [next, length];
		if (moved < REST) break;
	}
	return vector.map((each) => each * Math.sqrt(value));
}
