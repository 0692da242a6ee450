// Values as a participant would send them → checked answers and scores, for tests that are about what comes after.
import type { Answers } from '#core/answers/answers.ts';
import { checkAnswers } from '#core/answers/check.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { line } from '#core/problem.ts';
import type { Scores } from '#core/scores/scores.ts';
import { score } from '#core/scores/score.ts';

/** The checked answers; a value that the instrument does not take fails the test with the problem's own line. */
export function answersTo(instrument: Instrument, values: Values): Answers {
	const outcome = checkAnswers(instrument, values);
	if (!outcome.ok) throw new Error(outcome.problems.map(line).join('\n'));
	return outcome.value;
}

export const scoresOf = (instrument: Instrument, values: Values): Scores =>
	score(instrument, answersTo(instrument, values));
