// Instrument and earlier values → those that a person need not give again: who and what they are, not how they do.
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { checkValue } from './check.ts';

/** The reserved questions for the names of person and company. */
const NAMES = ['respondent-name', 'company-name'];

/**
 * The values that a new response to `instrument` may begin with: names, and what was chosen in sections of context such
 * as role, industry and size. Figures, dates and free texts age, and so does the outcome of last year. A value that its
 * question no longer takes is left out.
 */
export function lasting(instrument: Instrument, values: Values): Values {
	const context = new Set(instrument.sections.flatMap(({ id, about }) => (about === 'context' ? [id] : [])));
	const lasts = ({ id, section, type }: Question): boolean =>
		context.has(section) && (NAMES.includes(id) || (type === 'choice' && id !== instrument.outcome?.question));
	const kept = instrument.questions.flatMap((question) => {
		const value = lasts(question) ? values[question.id] : undefined;
		return value === undefined || checkValue(question, value).length > 0 ? [] : [[question.id, value] as const];
	});
	return Object.fromEntries(kept);
}
