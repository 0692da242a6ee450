// How many answered, and what they were promised → whose answers may be told, so that nobody is made out.
import { FEWEST_VOICES } from './agreement.ts';
import { FEWEST_ANONYMOUS, FEWEST_IN_ROLE } from './gap.ts';

/** Members from whom on a part of the respondents is told apart (method, section 8). */
export const leastOf = (isAnonymous: boolean): number => (isAnonymous ? FEWEST_ANONYMOUS : FEWEST_IN_ROLE);

/** Respondents from whom on anything of all together is told. */
export const leastTogether = (isAnonymous: boolean): number => (isAnonymous ? FEWEST_VOICES : 1);

/** Of `n` people, those from whom on a thing that not all of them have is told: everybody, or as many as a part. */
export const leastSaying = (n: number, isAnonymous: boolean): number => (isAnonymous ? Math.min(n, leastOf(true)) : 1);

/**
 * Of groups that hold so many each, those that may be shown beside the whole: large enough by themselves, and what the
 * whole holds beside them is nobody or as many. `''` stands for respondents in no group, which is never shown.
 */
export function shownGroups(sizes: Readonly<Record<string, number>>, least: number): readonly string[] {
	const total = Object.values(sizes).reduce((sum, each) => sum + each, 0);
	const shown = Object.keys(sizes)
		.filter((name) => name !== '' && (sizes[name] ?? 0) >= least)
		.sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0) || (one < other ? -1 : 1));
	for (;;) {
		const rest = total - shown.reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
		if (rest === 0 || rest >= least || shown.length === 0) return shown.sort();
		shown.pop();
	}
}
