// Simulated respondents → a benchmark edition to show what a comparison looks like, marked as a demonstration throughout.
import { checkAnswers } from '#core/answers/check.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { line } from '#core/problem.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { score } from '#core/scores/score.ts';
import { BIN, BINS, nameOf, type Cell, type Edition, type Measure } from '#core/standing/edition.ts';
import { answersOf, type Wishes } from './simulate.ts';

/** Groups that are smaller give no standing, so they are left out. */
const FEWEST = 10;

/**
 * An edition of respondents who each stand for a company of their own. The same instrument, number, seed and date give
 * the same edition. `date` is `yyyy-mm-dd`.
 */
export function demonstration(instrument: Instrument, { respondents, seed }: Wishes, date: string): Edition {
	const groups = new Map<string, { dimensions: Record<string, string>; scores: Record<string, number[]> }>();
	for (let number = 1; number <= respondents; number++) {
		const values = answersOf(instrument, seed, number);
		const { indices } = scored(instrument, values);
		for (const { id, about } of instrument.indices) {
			const tenths = indices[id]?.tenths ?? null;
			if (tenths === null) continue;
			for (const rung of about === 'company' ? instrument.peers : instrument.personalPeers) {
				const dimensions = dimensionsOf(rung, values);
				if (dimensions === null) continue;
				const name = nameOf(dimensions);
				const group = groups.get(name) ?? { dimensions, scores: {} };
				groups.set(name, group);
				(group.scores[id] ??= []).push(tenths);
			}
		}
	}
	const cells = [...groups.values()].flatMap(({ dimensions, scores }): readonly Cell[] => {
		const measures = Object.entries(scores).filter(([, all]) => all.length >= FEWEST);
		if (measures.length === 0) return [];
		return [{ dimensions, measures: Object.fromEntries(measures.map(([id, all]) => [id, measured(all)])) }];
	});
	return {
		id: `demonstration-${date}`,
		date,
		instrument: { id: instrument.id, version: instrument.version },
		demonstration: true,
		source: `bellwether simulate ${instrument.id} --respondents ${respondents} --seed ${seed}`,
		cells: cells.toSorted((a, b) => (nameOf(a.dimensions) < nameOf(b.dimensions) ? -1 : 1))
	};
}

function scored(instrument: Instrument, values: Readonly<Record<string, unknown>>) {
	const checked = checkAnswers(instrument, values);
	if (!checked.ok) throw new Error(checked.problems.map(line).join('\n'));
	return score(instrument, checked.value);
}

function dimensionsOf(
	rung: readonly string[],
	values: Readonly<Record<string, unknown>>
): Record<string, string> | null {
	const dimensions: Record<string, string> = {};
	for (const question of rung) {
		const value = values[question];
		const option = typeof value === 'object' && value !== null && 'option' in value ? value.option : value;
		if (typeof option !== 'string' || option === 'ns' || option === 'na') return null;
		dimensions[question] = option;
	}
	return dimensions;
}

/** Scores in tenths, at least one → what an edition says of them. A quartile is the score at that rank, rounded up. */
function measured(tenths: readonly number[]): Measure {
	const sorted = tenths.toSorted((a, b) => a - b);
	const n = sorted.length;
	const at = (rank: number): number => sorted[rank - 1] ?? 0;
	const bins = new Array<number>(BINS).fill(0);
	for (const each of sorted) bins[Math.floor(each / BIN)] = (bins[Math.floor(each / BIN)] ?? 0) + 1;
	return {
		n,
		orgs: n,
		maxOrg: 1,
		bins,
		median: rdiv(at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1), 2),
		quartiles: [at(Math.ceil(n / 4)), at(Math.ceil((3 * n) / 4))]
	};
}
