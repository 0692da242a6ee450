// Everybody who answered → whose answers count, so that late ones tell of nobody by what they change.
import { countedLate } from './growth.ts';
import type { Respondent } from './respondent.ts';

export type Heard<R extends Respondent = Respondent> = {
	/** Those who are told of, in the order given. */
	readonly heard: readonly R[];
	/** Late answers that wait until there are enough of them to hide in. */
	readonly waiting: number;
	/** Those whom the quality flags keep out. */
	readonly excluded: number;
};

/**
 * Whose answers count. Where anonymity was promised late answers count in batches that are large enough to hide in, in
 * the order in which they came: one alone would show by what it changes. `respondents` stand in the order of completion.
 */
export function heardOf<R extends Respondent>(respondents: readonly R[], isAnonymous: boolean): Heard<R> {
	const included = respondents.filter(({ isIncluded }) => isIncluded);
	const late = included.filter(({ isLate }) => isLate);
	const prompt = included.filter(({ isLate }) => !isLate);
	const waiting = new Set(isAnonymous ? late.slice(countedLate(prompt, late)) : []);
	return {
		heard: included.filter((each) => !waiting.has(each)),
		waiting: waiting.size,
		excluded: respondents.length - included.length
	};
}
