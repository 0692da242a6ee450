// The flagship's scored questions → a SurveyJS model that computes the same six indices with expressions of its own.
import { Model } from 'survey-core';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import { scorerOf, weightIn } from '#core/scores/question.ts';
import type { Answers } from '#core/answers/answers.ts';

export const six = ['value', 'number', 'win-rate', 'sales-cycle', 'company', 'personal'] as const;

/** Answers by question as SurveyJS keeps them: the value of a choice is its score, so that nothing has to be looked up. */
export type Data = Readonly<Record<string, number>>;

/** Question names and the names of calculated values share one space there. */
const variable = (index: string): string => `index-${index}`;

export function scoringModel(instrument: Instrument, questions: readonly Question[]): Model {
	const elements = questions.map(({ id, options, counts }) => {
		const scores = counts === null ? options.map(({ score }) => score) : Object.values(counts);
		return { type: 'radiogroup', name: id, choices: [...new Set(scores.filter((score) => score !== null))] };
	});
	const calculatedValues = six.map((name) => {
		const of = instrument.indices.find(({ id }) => id === name)?.of ?? null;
		const parts =
			of === null
				? members(questions, name)
				: Object.entries(of).map(([part, weight]) => [variable(part), weight] as const);
		return { name: variable(name), expression: mean(parts) };
	});
	return new Model({ pages: [{ elements }], calculatedValues });
}

const members = (questions: readonly Question[], index: string): readonly (readonly [string, number])[] =>
	questions.map((question) => [question.id, weightIn(question, index)] as const).filter(([, weight]) => weight > 0);

/** A weighted mean, rounded to tenths of a point as ours is. */
function mean(parts: readonly (readonly [string, number])[]): string {
	const sum = parts.map(([name, weight]) => (weight === 1 ? `{${name}}` : `${weight} * {${name}}`)).join(' + ');
	return `round((${sum}) / ${parts.reduce((total, [, weight]) => total + weight, 0)})`;
}

/** The response as the model takes it: reversed and counted already, which spares SurveyJS that work. */
export function dataOf(questions: readonly Question[], { given }: Answers): Data {
	const scores = questions.map((question) => [question.id, scorerOf(question)(given[question.id]).tenths] as const);
	return Object.fromEntries(scores.flatMap(([id, tenths]) => (tenths === null ? [] : [[id, tenths] as const])));
}

/** One response: in, and its six indices out. */
export function indicesBySurveyJs(model: Model, data: Data): readonly unknown[] {
	model.data = data;
	return model.calculatedValues.map((calculated) => calculated.value as unknown);
}
