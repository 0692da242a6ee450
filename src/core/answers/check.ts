// Instrument and values from anywhere → checked Answers, or every reason why not.
import type { Instrument, Question, QuestionType } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Outcome, Problem } from '#core/problem.ts';
import { outlineOf, pathOf } from '#core/survey/path.ts';
import type { Answer, Answers } from './answers.ts';
import { readOption, readOptions, readSplit } from './options.ts';
import { isRecord, problemWith, refuse, shown } from './refusal.ts';
import { readDate, readNumber, readText } from './typed.ts';

type Reader = (question: Question, value: unknown) => Outcome<Value>;

const readers: Readonly<Record<QuestionType, Reader>> = {
	scale: readOption,
	choice: readOption,
	choices: readOptions,
	split: readSplit,
	number: readNumber,
	text: readText,
	date: readDate
};

/** What is wrong with a value as the answer to this question: nothing, or the first reason. `where` is `answers.<id>`. */
export function checkValue(question: Question, value: unknown): readonly Problem[] {
	const outcome = readAnswer(question, value);
	return outcome.ok ? [] : outcome.problems;
}

/**
 * Checks all values of one response, by question id. Unknown questions and values that a question does not take are
 * problems, on the path or off it; a good answer off the path is dropped. An empty text and an empty list are no answer.
 */
export function checkAnswers(instrument: Instrument, values: Readonly<Record<string, unknown>>): Outcome<Answers> {
	if (!isRecord(values)) {
		const remedy = 'Give an object that has the answers by question id.';
		return {
			ok: false,
			problems: [
				{ code: 'wrong-type', level: 'error', where: 'answers', expected: 'an object', found: shown(values), remedy }
			]
		};
	}
	const questions = questionsById(instrument);
	const problems: Problem[] = [];
	const read = new Map<string, Answer>();
	const usable: Record<string, Value> = {};
	for (const id of Object.keys(values)) {
		const question = questions.get(id);
		if (question === undefined) {
			problems.push(problemWith(id, 'unknown-question', 'the id of a question', shown(id), 'Leave out this answer.'));
			continue;
		}
		if (values[id] === undefined) continue;
		const outcome = readAnswer(question, values[id]);
		if (!outcome.ok) problems.push(...outcome.problems);
		else if (!isBlank(outcome.value)) {
			read.set(id, outcome.value);
			usable[id] = outcome.value.state === 'answered' ? outcome.value.value : outcome.value.state;
		}
	}
	if (problems.length > 0) return { ok: false, problems };

	const path = pathOf(outlineOf(instrument), usable);
	const given: Record<string, Answer> = {};
	for (const id of path) {
		const answer = read.get(id);
		if (answer !== undefined) given[id] = answer;
	}
	return { ok: true, value: { path, given } };
}

const NOT_APPLICABLE: Answer = Object.freeze({ state: 'na' });
const UNSURE: Answer = Object.freeze({ state: 'ns' });

function readAnswer(question: Question, value: unknown): Outcome<Answer> {
	if (value === 'na' && question.notApplicable !== null) return { ok: true, value: NOT_APPLICABLE };
	if (value === 'ns' && question.unsure !== null) return { ok: true, value: UNSURE };
	const outcome = readers[question.type](question, value);
	if (outcome.ok) return { ok: true, value: { state: 'answered', value: outcome.value } };
	if (value !== 'na' && value !== 'ns') return outcome;
	const expected = `an answer other than "${value}"`;
	return refuse(question, 'not-offered', expected, shown(value), 'Use it only where the question offers it.');
}

const isBlank = (answer: Answer): boolean =>
	answer.state === 'answered' && (answer.value === '' || (Array.isArray(answer.value) && answer.value.length === 0));

const questionsById = once(
	(instrument: Instrument): ReadonlyMap<string, Question> =>
		new Map(instrument.questions.map((question) => [question.id, question]))
);
