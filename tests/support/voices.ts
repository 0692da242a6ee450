// Respondents of one company for tests: their answers as values, whom they belong to, and what they were asked.
import { groupNameOf, type Respondent } from '#core/group/respondent.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import { answersTo } from './answers.ts';

export function voice(
	instrument: Instrument,
	id: string,
	values: Values,
	more: Partial<Pick<Respondent, 'isIncluded' | 'isLate' | 'group'>> = {}
): Respondent {
	const answers = answersTo(instrument, values);
	const group = groupNameOf(instrument, answers);
	return { id, answers, scores: score(instrument, answers), group, isIncluded: true, isLate: false, ...more };
}
