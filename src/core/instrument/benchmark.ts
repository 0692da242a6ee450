// What others measured of an instrument and published: dated, with its source, of all who were asked there.

export type BenchmarkMeasure = {
	readonly n: number;
	/** Companies among the members. */
	readonly companies: number;
	/** In tenths, as are the quartiles and the edges of the bins. */
	readonly median: number;
	readonly quartiles: readonly [lower: number, upper: number];
	/** From left to right; so many scored from `from` up to, and without, `to`. Between two of them is nobody. */
	readonly bins: readonly BenchmarkBin[];
};

type BenchmarkBin = { readonly from: number; readonly to: number; readonly count: number };

export type Benchmark = {
	readonly id: string;
	/** Who published it, and where. */
	readonly source: string;
	readonly url: string;
	/** `yyyy-mm-dd` */
	readonly date: string;
	/** Who was asked. */
	readonly population: string;
	/** Of the instrument that was scored; benchmarks never mix majors. */
	readonly version: string;
	/** By index id. */
	readonly measures: Readonly<Record<string, BenchmarkMeasure>>;
};

/** Where the figures of a measure contradict each other. */
export type Contradiction = {
	readonly key: 'companies' | 'quartiles' | 'bins' | 'median';
	readonly expected: string;
	readonly found: string;
};

/** The first contradiction among the figures of one measure; null: they agree. Bins are null where they are not told. */
export function contradictionIn({
	n,
	companies,
	median,
	quartiles: [lower, upper],
	bins
}: Omit<BenchmarkMeasure, 'bins'> & { readonly bins: BenchmarkMeasure['bins'] | null }): Contradiction | null {
	if (companies > n) return { key: 'companies', expected: `at most ${n} companies`, found: String(companies) };
	if (lower > median || median > upper)
		return { key: 'quartiles', expected: 'a median between the quartiles', found: 'one outside of them' };
	if (bins === null) return null;
	const rising = bins.every(({ from, to }, at) => from < to && from >= (bins[at - 1]?.to ?? 0));
	if (!rising) return { key: 'bins', expected: 'bins from left to right', found: 'bins that overlap or run back' };
	const sum = bins.reduce((total, { count }) => total + count, 0);
	if (sum !== n) return { key: 'bins', expected: `counts that add up to ${n}`, found: String(sum) };
	const holding = (rank: number) => bins.find((_, at) => countTo(bins, at) >= rank);
	const [left, right] = [holding(Math.ceil(n / 2)), holding(Math.floor(n / 2) + 1)];
	if (median >= (left?.from ?? 0) && median <= (right?.to ?? 1000)) return null;
	return { key: 'median', expected: 'a median in the bin that holds the middle', found: 'one in another' };
}

const countTo = (bins: BenchmarkMeasure['bins'], last: number): number =>
	bins.slice(0, last + 1).reduce((total, { count }) => total + count, 0);
