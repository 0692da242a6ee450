// What was measured → one line of the table that `npm run bench` ends with.
import type { Sample } from './rounds.ts';

/** `told` is an absolute figure that no limit decides about, because it is the machine's as much as ours. */
type Verdict = 'ok' | 'MISSED' | 'told';

export type Figure = {
	readonly name: string;
	readonly ours: string;
	readonly peer: string;
	readonly ratio: string;
	readonly limit: string;
	readonly verdict: Verdict;
};

export type Unit = (value: number) => string;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = (value: number): string => (value >= 100 ? whole.format(value) : String(Number(value.toPrecision(3))));

export const perSecond: Unit = (value) => `${short(value)}/s`;
export const milliseconds: Unit = (value) => `${short(value)} ms`;
export const megabytes: Unit = (value) => `${short(value / 1_000_000)} MB`;
export const kilobytes: Unit = (value) => `${(value / 1000).toFixed(1)} kB`;
const times: Unit = (value) => `${short(value)}×`;

/** The median with the range that it was found in. */
function shown({ median, min, max }: Sample, unit: Unit): string {
	const [low, middle, high] = [unit(min), unit(median), unit(max)];
	return low === high ? middle : `${middle} (${low}–${high})`;
}

/** `ratio` is ours to the peer's, round by round. */
export type Comparison = {
	readonly name: string;
	readonly unit: Unit;
	readonly ours: Sample;
	readonly peer: Sample;
	readonly ratio: Sample;
	readonly limit: Limit;
};

export type Limit = { readonly at: 'least' | 'most'; readonly ratio: number };

/** A figure that its median ratio decides. */
export function compared({ name, unit, ours, peer, ratio, limit }: Comparison): Figure {
	const kept = limit.at === 'least' ? ratio.median >= limit.ratio : ratio.median <= limit.ratio;
	return {
		name,
		ours: shown(ours, unit),
		peer: shown(peer, unit),
		ratio: shown(ratio, times),
		limit: `${limit.at === 'least' ? '≥' : '≤'} ${times(limit.ratio)}`,
		verdict: kept ? 'ok' : 'MISSED'
	};
}

/** A size that is the same on every machine, so that a plain limit may decide. */
export function sized(name: string, bytes: number, most: number, unit: Unit = kilobytes): Figure {
	return {
		name,
		ours: unit(bytes),
		peer: '',
		ratio: '',
		limit: `≤ ${unit(most)}`,
		verdict: bytes <= most ? 'ok' : 'MISSED'
	};
}

/** An absolute figure with the machine's own beside it. */
export function told(name: string, unit: Unit, ours: Sample, peer: Sample | null, wanted = ''): Figure {
	return {
		name,
		ours: shown(ours, unit),
		peer: peer ? shown(peer, unit) : '',
		ratio: '',
		limit: wanted,
		verdict: 'told'
	};
}

export function table(figures: readonly Figure[]): string {
	const head: readonly string[] = ['figure', 'ours', 'peer', 'ratio', 'limit', 'verdict'];
	const rows = [
		head,
		...figures.map(({ name, ours, peer, ratio, limit, verdict }) => [name, ours, peer, ratio, limit, verdict])
	];
	const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const ruled = [head.map((_, column) => '-'.repeat(widths[column] ?? 0)), ...rows.slice(1)];
	return [head, ...ruled]
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
