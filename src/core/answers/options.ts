// What came in for a question with options → the option, options or shares that it names, or the reason why not.
import type { Option, Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Outcome } from '#core/problem.ts';
import { isRecord, refuse, shown, wrongType } from './refusal.ts';
import { readText } from './typed.ts';

/** One option's id, or `{ option, text }` where the option takes a text. */
export function readOption(question: Question, value: unknown): Outcome<Value> {
	if (typeof value === 'string')
		return optionOf(question, value) ? { ok: true, value } : unknownOption(question, value);
	if (!isRecord(value)) return wrongType(question, 'the id of an option', value);
	const extra = Object.keys(value).find((key) => key !== 'option' && key !== 'text');
	if (extra !== undefined) return unknownKey(question, 'the keys option and text', extra);
	const { option, text } = value;
	if (typeof option !== 'string' || typeof text !== 'string')
		return wrongType(question, 'an option and a text, both strings', value);
	const chosen = optionOf(question, option);
	if (chosen === undefined) return unknownOption(question, option);
	if (!chosen.input) {
		return refuse(question, 'no-input', `"${option}" without a text`, shown(text), 'Give the id of the option alone.');
	}
	const typed = readText(question, text);
	return typed.ok ? { ok: true, value: { option, text } } : typed;
}

/** A list of option ids, each once; an exclusive option stands alone. */
export function readOptions(question: Question, value: unknown): Outcome<Value> {
	if (!Array.isArray(value)) return wrongType(question, 'a list of option ids', value);
	const picked: string[] = [];
	for (const id of value as readonly unknown[]) {
		const option = typeof id === 'string' ? optionOf(question, id) : undefined;
		if (option === undefined) return unknownOption(question, id);
		if (picked.includes(option.id)) {
			return refuse(question, 'duplicate-option', 'each option once', `"${option.id}" twice`, 'Name the option once.');
		}
		if (option.exclusive && value.length > 1) {
			const found = `${value.length} options`;
			return refuse(
				question,
				'exclusive-option',
				`"${option.id}" alone`,
				found,
				'Leave out this option, or all others.'
			);
		}
		picked.push(option.id);
	}
	return { ok: true, value: picked };
}

/** The points of a split: whole, over the question's options, ten in all; an option left out has none. */
export function readSplit(question: Question, value: unknown): Outcome<Value> {
	if (!isRecord(value)) return wrongType(question, 'points by option id', value);
	const points: Record<string, number> = {};
	let sum = 0;
	for (const key of Object.keys(value)) {
		const given = value[key];
		if (optionOf(question, key) === undefined) return unknownOption(question, key);
		if (typeof given !== 'number' || !Number.isInteger(given) || given < 0 || given > 10) {
			return refuse(
				question,
				'out-of-range',
				'whole points from 0 to 10',
				`${shown(given)} for "${key}"`,
				'Give whole points.'
			);
		}
		points[key] = given;
		sum += given;
	}
	if (sum !== 10) return refuse(question, 'wrong-sum', 'ten points in all', String(sum), 'Spread exactly ten points.');
	return { ok: true, value: points };
}

const optionOf = ({ options }: Question, id: string): Option | undefined => options.find((option) => option.id === id);

function unknownOption(question: Question, found: unknown): Outcome<never> {
	const known = [
		...question.options.map(({ id }) => id),
		...(question.unsure ? ['ns (don’t know)'] : []),
		...(question.notApplicable ? ['na (does not apply)'] : [])
	];
	return refuse(question, 'unknown-option', `one of ${known.join(', ')}`, shown(found), 'Use the id of an option.');
}

const unknownKey = (question: Question, expected: string, key: string): Outcome<never> =>
	refuse(question, 'unknown-key', expected, shown(key), 'Leave out this key.');
