// A question and an answer to it → the answer in words. Free of libraries: the browser says it too.
import type { Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';

/** An answer in words: the options' labels (a list of answers) or phrases (inside a sentence), or what was typed. */
export function spoken(question: Question, value: Value, as: 'label' | 'phrase'): string {
	if (value === 'ns' && question.unsure !== null) return question.unsure[as];
	if (value === 'na' && question.notApplicable !== null) return question.notApplicable[as];
	const option = (id: string): string => question.options.find((candidate) => candidate.id === id)?.[as] ?? id;
	if (typeof value === 'string') return question.options.length > 0 ? option(value) : value;
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value)) return (value as readonly string[]).map(option).join(', ');
	if ('option' in value && typeof value.option === 'string') return `${option(value.option)}: ${String(value.text)}`;
	return Object.entries(value as Readonly<Record<string, number>>)
		.map(([id, share]) => `${option(id)} ${share}`)
		.join(', ');
}
