// Two measurements, or two versions → whether a change is real, and how scores of one version read in another.

/** |change| in units of its own error, above which it is real. */
const REAL = 1.96;

export type Change = { readonly rci: number; readonly real: boolean };

/**
 * Jacobson and Truax's reliable change: (after − before) / (SEM·√2), scores in tenths (Journal of Consulting and
 * Clinical Psychology 59, 1991). `sem` is above 0.
 */
export function reliableChange(before: number, after: number, sem: number): Change {
	const rci = (after - before) / (sem * Math.SQRT2);
	return { rci, real: Math.abs(rci) >= REAL };
}

export type Moments = { readonly mean: number; readonly sd: number };

/** A score of version B as it reads in version A, in tenths, half up, from 0 to 1000 (method, section 10). */
export function linked(tenths: number, a: Moments, b: Moments): number {
	return Math.min(1000, Math.max(0, Math.floor(a.mean + (a.sd / b.sd) * (tenths - b.mean) + 0.5)));
}

/**
 * A small sample's mean drawn towards that of all: λ = n / (n + (1 − ICC1) / ICC1). For internal lists; a standing that
 * is shown is never shrunk. `icc1` is above 0.
 */
export function shrunken(n: number, icc1: number, mean: number, grand: number): { lambda: number; mean: number } {
	const lambda = n / (n + (1 - icc1) / icc1);
	return { lambda, mean: lambda * mean + (1 - lambda) * grand };
}
