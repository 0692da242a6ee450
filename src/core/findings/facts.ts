// Answers and scores → the facts that a condition in a pattern or text may ask for.
import type { Answers } from '#core/answers/answers.ts';
import type { Facts } from '#core/instrument/holds.ts';
import type { Scores } from '#core/scores/scores.ts';

/** Facts about one respondent. An answer `na` or `ns` is the value of that name; a question off the path has none. */
export function factsOf(answers: Answers, scores: Scores): Facts {
	return {
		value(question) {
			const answer = answers.given[question];
			if (answer === undefined) return undefined;
			return answer.state === 'answered' ? answer.value : answer.state;
		},
		index: (id) => scores.indices[id]?.tenths ?? null,
		area: (id) => scores.areas[id]?.tenths ?? null,
		verdict: (question) => scores.questions[question]?.verdict ?? null
	};
}
