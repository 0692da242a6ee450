// One answer made one option better → what the company's index would then be, by the same scorer.
import type { Answer, Answers } from '#core/answers/answers.ts';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import { oneChanged } from '#core/scores/one-changed.ts';
import { scorerOf } from '#core/scores/question.ts';
import { score } from '#core/scores/score.ts';
import type { Scores } from '#core/scores/scores.ts';
import { outlineOf, pathOf } from '#core/survey/path.ts';
import { questionsIn } from './patterns.ts';

/** `more` is one choice more where choices count by their number; `better` the next better option. Tenths. */
export type StepUp = {
	readonly question: string;
	readonly kind: 'better' | 'more';
	readonly before: number;
	readonly after: number;
};

/**
 * Of these questions the one whose answer, one step better, would lift the index most; the first, if several would
 * equally. Null where no step lifts it, or where the index has no score.
 */
export function bestStep(
	instrument: Instrument,
	answers: Answers,
	scores: Scores,
	index: string,
	questions: readonly string[]
): StepUp | null {
	const before = scores.indices[index]?.tenths ?? null;
	if (before === null) return null;
	const known = knownOf(instrument);
	const changed = oneChanged(instrument, scores);
	let best: StepUp | null = null;
	for (const id of questions) {
		const question = known.questions.get(id);
		const value = question && betterAnswer(question, answers.given[id]);
		if (question === undefined || value == null) continue;
		const answer: Answer = { state: 'answered', value };
		const indices = known.decides.has(id)
			? score(instrument, walkedAgain(instrument, { ...answers.given, [id]: answer })).indices
			: changed(question, knownScorer(question)(answer));
		const after = indices[index]?.tenths ?? null;
		if (after === null || after <= (best?.after ?? before)) continue;
		best = { question: id, kind: question.type === 'choices' ? 'more' : 'better', before, after };
	}
	return best;
}

/** The answer one step up from this one; null where there is none, and for numbers, which have no steps. */
export function betterAnswer(question: Question, answer: Answer | undefined): Value | null {
	if (answer?.state !== 'answered') return null;
	const scorer = knownScorer(question);
	const tenths = (value: Value): number | null => scorer({ state: 'answered', value }).tenths;
	const now = tenths(answer.value);
	if (now === null) return null;
	let best: { readonly value: Value; readonly tenths: number } | null = null;
	for (const value of stepsFrom(question, answer.value)) {
		const then = tenths(value);
		if (then !== null && then > now && then < (best?.tenths ?? Infinity)) best = { value, tenths: then };
	}
	return best?.value ?? null;
}

const knownScorer = once(scorerOf);

/** The answers that can be a step away: every other option, or one choice more. */
function stepsFrom({ type, options }: Question, value: Value): readonly Value[] {
	if (type === 'scale' || type === 'choice')
		return options.map(({ id, input }): Value => (input ? { option: id, text: '' } : id));
	if (type !== 'choices' || !Array.isArray(value)) return [];
	const picked: readonly string[] = value;
	const free = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
	// Whoever chose an option that stands alone has chosen none of the others.
	const among = picked.filter((id) => free.includes(id));
	const next = free.find((id) => !among.includes(id));
	return next === undefined ? [] : [[...among, next]];
}

/** The answers with one of them changed, where that one decides what is asked: the path is walked again. */
function walkedAgain(instrument: Instrument, given: Answers['given']): Answers {
	const values: Values = Object.fromEntries(
		Object.entries(given).map(([id, answer]) => [id, answer.state === 'answered' ? answer.value : answer.state])
	);
	const path = pathOf(outlineOf(instrument), values);
	return { path, given: Object.fromEntries(path.flatMap((id) => (given[id] ? [[id, given[id]]] : []))) };
}

/** The questions by id, and which of them decide what else is asked. */
const knownOf = once(({ questions, sections }: Instrument) => ({
	questions: new Map(questions.map((question) => [question.id, question])),
	decides: new Set([...questions, ...sections].flatMap(({ when }) => (when === null ? [] : questionsIn(when))))
}));
