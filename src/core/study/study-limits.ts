// How many hold what → whether the study may say anything of them.
import { FEWEST_COMPANIES } from '#core/standing/publish.ts';
import type { Held } from './study-tally.ts';

/** From how many on each part is told (method, sections 7, 8 and 11). */
export const FROM = {
	/** Responses with all items of an index; responses in all, for what goes with an outcome. */
	reliability: 100,
	/** Companies, or people, with a score of a question or area. */
	scores: 20,
	/** Companies, for how they fall on an option. */
	composition: 20,
	/** Companies with two respondents or more. */
	intraclass: 30
} as const;

/** Members, the companies that they are of, and how many are of the company with most of them. */
export function membersOf({ counts, sizes }: Held): {
	readonly n: number;
	readonly companies: number;
	readonly most: number;
} {
	const n = counts.reduce((sum, each) => sum + each, 0);
	if (sizes === null) return { n, companies: n, most: 1 };
	const companies = [...sizes.values()].reduce((sum, each) => sum + each, 0);
	return { n, companies, most: Math.max(0, ...sizes.keys()) };
}

/** So many, of five companies at least, none of which holds over a quarter. */
export function isToldFrom(least: number, held: Held): boolean {
	const { n, companies, most } = membersOf(held);
	return n >= least && companies >= FEWEST_COMPANIES && 4 * most <= n;
}
