// Contenders that take turns (A B A B …) → what each needed, as a median with its range.

/** `values` has one entry a round. */
export type Sample = {
	readonly values: readonly number[];
	readonly median: number;
	readonly min: number;
	readonly max: number;
};

type Turn = () => number | Promise<number>;

export function sample(values: readonly number[]): Sample {
	return { values, median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}

/** The value at a share of the sorted list, between two neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
	return below + (above - below) * (at - Math.floor(at));
}

/** Everybody has one turn a round; the first rounds only warm up and do not count. */
export async function rounds<Name extends string>(
	count: number,
	turns: Readonly<Record<Name, Turn>>,
	warming = 1
): Promise<Record<Name, Sample>> {
	const names = Object.keys(turns) as Name[];
	const values = new Map<Name, number[]>(names.map((name) => [name, []]));
	for (let round = 0; round < warming + count; round += 1) {
		for (const name of names) {
			const value = await turns[name]();
			if (round >= warming) values.get(name)?.push(value);
		}
	}
	return Object.fromEntries(names.map((name) => [name, sample(values.get(name) ?? [])])) as Record<Name, Sample>;
}

/** One by the other, round by round: what slows a whole round slows both. */
export function ratio(ours: Sample, peer: Sample): Sample {
	return sample(ours.values.map((value, round) => value / (peer.values[round] ?? NaN)));
}

/** A result that nobody could see might be left out by the compiler, work and all. */
const last: { result?: unknown } = {};

/**
 * How often the work is done in a second of processor time, which other programs on the machine cannot take away. It is
 * told its number so that no two calls need be alike.
 */
export function rate(work: (turn: number) => unknown, milliseconds: number): number {
	const start = process.cpuUsage();
	let [done, batch, elapsed] = [0, 1, 0];
	while (elapsed < milliseconds) {
		for (let i = 0; i < batch; i += 1) last.result = work(done + i);
		done += batch;
		const { user, system } = process.cpuUsage(start);
		elapsed = (user + system) / 1000;
		// A batch takes some 20 ms, so that reading the clock costs nothing beside it.
		batch = Math.max(1, Math.floor((20 * done) / Math.max(elapsed, 1)));
	}
	return (done * 1000) / elapsed;
}
