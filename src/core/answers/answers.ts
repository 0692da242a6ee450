// What a respondent said, checked against the instrument: only questions on the path, only values that the question takes.
import type { Value } from '#core/instrument/value.ts';

export type Answer =
	| { readonly state: 'answered'; readonly value: Value }
	/** Does not apply: leaves the denominator. */
	| { readonly state: 'na' }
	/** Don't know: counts against completeness. */
	| { readonly state: 'ns' };

/**
 * Checked answers. `path` lists the questions that were asked of this respondent, in order; `given` holds their
 * answers by question id. A question on the path without an entry in `given` is unanswered.
 */
export type Answers = {
	readonly path: readonly string[];
	readonly given: Readonly<Record<string, Answer>>;
};
