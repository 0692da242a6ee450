// Scores, and one question that scores otherwise → the indices as they would then be, by the same sums.
import type { Index, Instrument, Question } from '#core/instrument/instrument.ts';
import { indexScores, tallied, tally } from './index-score.ts';
import { planOf } from './plan.ts';
import { OFF_PATH, weightIn } from './question.ts';
import type { IndexReason, IndexScore, QuestionScore, Scored, Scores } from './scores.ts';

type Changed = (question: Question, to: QuestionScore) => Readonly<Record<string, IndexScore>>;

/**
 * What `score` would say of the indices if one question alone had another score. Right as long as the question does not
 * decide what else is asked: the path stays as it was, and so does every index that the question does not feed.
 */
export function oneChanged(instrument: Instrument, { questions, indices }: Scores): Changed {
	const plan = planOf(instrument);
	const results = plan.questions.map(({ id }) => questions[id] ?? OFF_PATH);
	return (question, to) => {
		const at = plan.positions.get(question.id) ?? -1;
		const changed = results.with(at, to);
		const plain = (index: Index, position: number): Scored<IndexReason> => {
			const known = indices[index.id];
			if (known !== undefined && weightIn(question, index.id) === 0) return known;
			return tallied(tally(plan.indices[position] ?? [], changed));
		};
		return indexScores(instrument, plain);
	};
}
