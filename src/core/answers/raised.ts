// What flags were raised from → the figures behind each, for whoever reviews a response.
import { flagsOf, quickOf, straightOf, type Evidence } from './flags.ts';

/** By flag: whole numbers that a sentence about it needs. None where the flag says everything. */
type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Times in whole seconds, `spread` the sample variance and `apart` the mean distance in hundredths. */
export function figuresOf(evidence: Evidence): Figures {
	const { pages, totalSeconds, medianSeconds, pairs, pace } = evidence;
	const given = evidence.blocks.flat().flatMap(([raw]) => (raw === null ? [] : [raw]));
	const { keyed, others } = straightOf(evidence.blocks);
	return {
		SPEED_PAGE: { quick: quickOf(pages), pages: pages.length },
		SPEED_TOTAL: { seconds: Math.round(totalSeconds), median: Math.round(medianSeconds) },
		STRAIGHT_ALL: { blocks: keyed.length, answers: longestOf(keyed) },
		STRAIGHT_BLOCK: { blocks: others.length, answers: longestOf(others) },
		LONGSTRING: { longest: flagsOf(evidence).longest, answers: given.length },
		LOW_IRV: { answers: given.length, spread: spreadOf(given) },
		INCONSISTENT: { pairs: pairs.length, apart: apartOf(pairs) },
		TIME_FLOOR: { answered: pace?.answered ?? 0, seconds: Math.ceil(pace?.seconds ?? 0) }
	};
}

const longestOf = (blocks: readonly (readonly unknown[])[]): number =>
	blocks.reduce((most, { length }) => Math.max(most, length), 0);

function spreadOf(answers: readonly number[]): number {
	const n = answers.length;
	const mean = answers.reduce((sum, raw) => sum + raw, 0) / Math.max(1, n);
	return Math.round((100 * answers.reduce((sum, raw) => sum + (raw - mean) ** 2, 0)) / Math.max(1, n - 1));
}

const apartOf = (pairs: Evidence['pairs']): number =>
	Math.round(
		(100 * pairs.reduce((sum, [one, other]) => sum + Math.abs(one - (6 - other)), 0)) / Math.max(1, pairs.length)
	);
