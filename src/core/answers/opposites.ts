// Questions that state opposites, and what was answered to both.
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import type { Answers } from './answers.ts';

/** Two opposite statements on five points, both answered, in the order asked; answers from 1 for the first option. */
export type Opposites = {
	readonly first: Question;
	readonly second: Question;
	readonly raw: readonly [first: number, second: number];
};

/** Each pair of opposites once, whichever of the two names the other. */
export function oppositesIn({ questions }: Pick<Instrument, 'questions'>, answers: Answers): readonly Opposites[] {
	const positions = new Map(questions.map(({ id }, position) => [id, position]));
	const pairs = new Map<string, Opposites>();
	for (const [at, question] of questions.entries()) {
		if (question.opposite === null || question.opposite === question.id) continue;
		const other = positions.get(question.opposite) ?? -1;
		const [first, second] = at < other ? [question, questions[other]] : [questions[other], question];
		if (first === undefined || second === undefined || !isFivePoint(first) || !isFivePoint(second)) continue;
		const [one, two] = [rawOf(first, answers), rawOf(second, answers)];
		if (one !== null && two !== null) pairs.set(`${first.id} ${second.id}`, { first, second, raw: [one, two] });
	}
	return [...pairs.values()];
}

/** The opposites of which both were affirmed, or both denied: as far apart as the quality flags count, on one side. */
export const contradictions = (instrument: Pick<Instrument, 'questions'>, answers: Answers): readonly Opposites[] =>
	oppositesIn(instrument, answers).filter(({ raw }) => raw.every((each) => each > 3) || raw.every((each) => each < 3));

/** The position of the option that was chosen, from 1; null if none was. */
export function rawOf(question: Question, { given }: Answers): number | null {
	const answer = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
	if (answer?.state !== 'answered') return null;
	const { value } = answer;
	const id = typeof value === 'object' && 'option' in value ? value.option : value;
	const position = question.options.findIndex((option) => option.id === id);
	return position < 0 ? null : position + 1;
}

const isFivePoint = ({ type, options }: Question): boolean => type === 'scale' && options.length === 5;
