// What was answered about an area → its score and priority; and of all areas, the five to look at first.
import type { Verdict } from '#core/instrument/instrument.ts';
import { rdiv } from './arithmetic.ts';
import { KEEP_FROM, verdictOf } from './bands.ts';
import type { Member } from './index-score.ts';
import type { AreaScore, QuestionScore } from './scores.ts';

/** The questions of an area, and their ids as a list that every report may share. */
export type Membership = { readonly members: readonly Member[]; readonly ids: readonly string[] };

/**
 * Score, verdict and priority of an area (method, section 5). `results` holds the scores of all questions by position;
 * `importance` is the area's own, `median` the peers' median, null while there is none; all in tenths.
 */
export function areaScore(
	{ members, ids }: Membership,
	results: readonly QuestionScore[],
	importance: number,
	median: number | null
): AreaScore {
	let total = 0;
	let weights = 0;
	let scored = 0;
	let outcomes = 0;
	for (const member of members) {
		const tenths = scoreAt(results, member);
		if (tenths === null) continue;
		const { weight, result } = member;
		scored += 1;
		total += weight * tenths;
		weights += weight;
		if (result) outcomes += 1;
	}
	const because = scored === ids.length ? ids : ids.filter((_, at) => scoreAt(results, members[at]) !== null);
	if (weights === 0) return { tenths: null, verdict: null, importance, priority: null, resultsOnly: false, because };
	const tenths = rdiv(total, weights);
	const verdict = verdictOf(tenths);
	const priority = importance * (verdict === 'keep' ? strength(tenths, median) : need(tenths, median));
	return { tenths, verdict, importance, priority, resultsOnly: outcomes === scored, because };
}

const scoreAt = (results: readonly QuestionScore[], member: Member | undefined): number | null =>
	results[member?.position ?? -1]?.tenths ?? null;

const strength = (tenths: number, median: number | null): number =>
	tenths - KEEP_FROM + Math.max(0, tenths - (median ?? tenths));
const need = (tenths: number, median: number | null): number =>
	1000 - tenths + Math.max(0, (median ?? tenths) - tenths);

/** An area that has a score and does not rest on results alone. `index` is its home sub-index. */
export type Candidate = {
	readonly id: string;
	readonly index: string;
	readonly tenths: number;
	readonly verdict: Verdict;
	readonly priority: number;
};

/** How many areas are chosen: to stop or change first, then to keep, of one sub-index at first, and in all. */
export const KEY_AREAS = { mend: 3, keep: 2, ofOne: 2, all: 5 } as const;

/** Up to three areas to stop or change, then up to two to keep, at most two of one sub-index while others can fill up. */
export function keyAreas(candidates: readonly Candidate[]): readonly Candidate[] {
	const mend = candidates.filter(({ verdict }) => verdict !== 'keep').sort(byNeed);
	const keep = candidates.filter(({ verdict }) => verdict === 'keep').sort(byStrength);
	const chosen = new Set<Candidate>();
	const perIndex = new Map<string, number>();

	const take = (from: readonly Candidate[], most: number): void => {
		const full = chosen.size + most;
		for (const candidate of from) {
			const taken = perIndex.get(candidate.index) ?? 0;
			if (chosen.size === full || taken === KEY_AREAS.ofOne) continue;
			chosen.add(candidate);
			perIndex.set(candidate.index, taken + 1);
		}
	};
	take(mend, KEY_AREAS.mend);
	take(keep, KEY_AREAS.keep);
	for (const candidate of [...mend, ...keep]) if (chosen.size < KEY_AREAS.all) chosen.add(candidate);
	return [...mend, ...keep].filter((candidate) => chosen.has(candidate));
}

const byId = (a: Candidate, b: Candidate): number => (a.id < b.id ? -1 : 1);
const stopFirst = (a: Candidate, b: Candidate): number => Number(b.verdict === 'stop') - Number(a.verdict === 'stop');
const byNeed = (a: Candidate, b: Candidate): number =>
	b.priority - a.priority || stopFirst(a, b) || a.tenths - b.tenths || byId(a, b);
const byStrength = (a: Candidate, b: Candidate): number => b.priority - a.priority || b.tenths - a.tenths || byId(a, b);
