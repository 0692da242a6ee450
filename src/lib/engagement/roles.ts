// An instrument → the question that says which role somebody has, by which its groups are made.
import type { Instrument, Question } from '#core/instrument/instrument.ts';

/** Null where the instrument makes no groups, or makes them by several questions. */
export function roleQuestionOf({ groups, questions }: Pick<Instrument, 'groups' | 'questions'>): Question | null {
	const asked = new Set(Object.values(groups).flatMap((options) => Object.keys(options)));
	const [only, ...others] = asked;
	return only === undefined || others.length > 0 ? null : (questions.find(({ id }) => id === only) ?? null);
}
