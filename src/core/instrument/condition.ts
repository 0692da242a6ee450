// The "when" language as data, after parsing; and whether a condition holds for a set of facts.
import type { Verdict } from './instrument.ts';

export type Condition =
	/** The answer is one of these options (`ns` and `na` may be named); `choices` compare by containing. */
	| { readonly kind: 'is'; readonly question: string; readonly options: readonly string[] }
	/** A number typed by the participant is strictly below, or at least, `value`. */
	| { readonly kind: 'below' | 'from'; readonly question: string; readonly value: number }
	/** There is an answer, and it is neither `na` nor `ns`. */
	| { readonly kind: 'answered'; readonly question: string }
	/** An index, compared on the whole number that is shown; false while the index is null. */
	| { readonly kind: 'index'; readonly index: string; readonly test: 'below' | 'from'; readonly value: number }
	/** An area's score, compared exactly, `value` in points; false while it is null. */
	| { readonly kind: 'area'; readonly area: string; readonly test: 'below' | 'from'; readonly value: number }
	| { readonly kind: 'verdict'; readonly question: string; readonly verdicts: readonly Verdict[] }
	/** The mean of one group of respondents on a question, `value` in points; false unless there are groups to compare. */
	| {
			readonly kind: 'group';
			readonly group: string;
			readonly question: string;
			readonly test: 'below' | 'from';
			readonly value: number;
	  }
	/** How far the means of the first two groups lie apart on a question, in points, whichever is higher. */
	| { readonly kind: 'gap'; readonly question: string; readonly test: 'below' | 'from'; readonly value: number }
	/** The share of "don't know", in per cent, on the question that the groups know least about. */
	| { readonly kind: 'unknown'; readonly test: 'below' | 'from'; readonly value: number }
	| { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
	| { readonly kind: 'not'; readonly of: Condition };
