// What was asked and answered for one index → its score, or the reason why it has none.
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import { rdiv } from './arithmetic.ts';
import { bandOf } from './bands.ts';
import type { IndexReason, IndexScore, QuestionScore, Scored } from './scores.ts';

/** A question that counts in an index or area. */
export type Member = {
	readonly id: string;
	/** Among the instrument's questions. */
	readonly position: number;
	/** 1 to 10. */
	readonly weight: number;
	/** An outcome, which alone cannot make its area a key area. */
	readonly result: boolean;
};

/** Sums over the members of one index that are on the respondent's path. */
export type Tally = {
	readonly questions: number;
	/** W: their weights. */
	readonly asked: number;
	/** P: the weights of those that apply. */
	readonly applicable: number;
	/** A: the weights of those with a score. */
	readonly answered: number;
	/** c: how many have a score. */
	readonly count: number;
	/** The sum of weight times score in tenths. */
	readonly total: number;
};

/** Adds up the members; `results` holds the scores of all questions by position. An option without a score counts as `na`. */
export function tally(members: readonly Member[], results: readonly QuestionScore[]): Tally {
	let questions = 0;
	let asked = 0;
	let applicable = 0;
	let answered = 0;
	let count = 0;
	let total = 0;
	for (const { position, weight } of members) {
		const result = results[position];
		if (result === undefined || (result.tenths === null && result.because === 'off-path')) continue;
		questions += 1;
		asked += weight;
		if (result.tenths !== null) {
			applicable += weight;
			answered += weight;
			count += 1;
			total += weight * result.tenths;
		} else if (result.because === 'ns' || result.because === 'missing') {
			applicable += weight;
		}
	}
	return { questions, asked, applicable, answered, count, total };
}

/** An index needs so many answers, or all of its questions where it has fewer. */
export const LEAST_ANSWERS = 3;

const none = (because: IndexReason): Scored<IndexReason> => ({ tenths: null, because });

/** The score of an index over questions; the reasons are tried in this order (method, section 3). */
export function tallied({ questions, asked, applicable, answered, count, total }: Tally): Scored<IndexReason> {
	if (asked === 0) return none('not-asked');
	if (2 * applicable < asked) return none('mostly-not-applicable');
	if (count < Math.min(LEAST_ANSWERS, questions)) return none('too-few-answers');
	if (3 * answered < 2 * applicable) return none('too-little-answered');
	return { tenths: rdiv(total, answered) };
}

/**
 * The scores of all indices, with bands. `plain` gives that of an index over questions. An index over indices is the
 * weighted mean of its parts, or null while one of them is null; a part of weight 0 counts nowhere. A part must be a
 * plain index, or stand before the index that it is part of.
 */
export function indexScores(
	{ indices, bands }: Pick<Instrument, 'indices' | 'bands'>,
	plain: (index: Index, position: number) => Scored<IndexReason>
): Record<string, IndexScore> {
	const scores: Record<string, IndexScore> = {};
	indices.forEach((index, position) => {
		if (index.of === null) scores[index.id] = banded(bands, index, plain(index, position));
	});
	for (const index of indices) {
		if (index.of !== null) scores[index.id] = banded(bands, index, combined(index.of, scores));
	}
	return scores;
}

function combined(
	of: Readonly<Record<string, number>>,
	scores: Readonly<Record<string, IndexScore>>
): Scored<IndexReason> {
	let total = 0;
	let weights = 0;
	for (const part of Object.keys(of)) {
		const weight = of[part] ?? 0;
		if (weight === 0) continue;
		const tenths = scores[part]?.tenths ?? null;
		if (tenths === null) return none('part-missing');
		total += weight * tenths;
		weights += weight;
	}
	return weights === 0 ? none('not-asked') : { tenths: rdiv(total, weights) };
}

/** Band and potential, both read on the whole number. */
function banded(bands: Instrument['bands'], index: Index, score: Scored<IndexReason>): IndexScore {
	if (score.tenths === null) return { ...score, band: null, potential: null };
	const read = (set: string | null): string | null => (set === null ? null : bandOf(bands[set] ?? [], score.tenths));
	return { tenths: score.tenths, band: read(index.bands), potential: read(index.potential) };
}
