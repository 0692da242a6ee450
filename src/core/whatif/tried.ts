// The instrument of a trial, values and the peers' medians → what they come to, by the same check, scorer and ranking as a report.
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import type { KeyAreaFinding } from '#core/findings/findings.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { Trial } from './trial.ts';

export type Tried = {
	/** The questions that these answers lead through, in order. */
	readonly path: readonly string[];
	readonly scores: Scores;
	/** In shown order. */
	readonly keyAreas: readonly KeyAreaFinding[];
};

/** Null where a value is none that its question takes: there is nothing to score then. */
export function tried(instrument: Instrument, values: Values, medians: Trial['medians'] = {}): Tried | null {
	const checked = checkAnswers(instrument, values);
	if (!checked.ok) return null;
	const scores = score(instrument, checked.value, medians);
	const findings = find(instrument, checked.value, scores);
	return {
		path: checked.value.path,
		scores,
		keyAreas: findings.filter((finding) => finding.kind === 'key-area')
	};
}

/** The changes with one more. What was given is no change, and null goes back to it. */
export function withChange(given: Values, changes: Values, question: string, value: Value | null): Values {
	const { [question]: _, ...others } = changes;
	const same = value === null || JSON.stringify(value) === JSON.stringify(given[question]);
	return same ? others : { ...others, [question]: value };
}
