// A value that a question does not take → the problem that says so, whatever strange thing the value is.
import type { Question } from '#core/instrument/instrument.ts';
import type { Outcome, Problem } from '#core/problem.ts';

/** A problem with the answer to a question; the id is cut where it comes from outside and is long. */
export function problemWith(id: string, code: string, expected: string, found: string, remedy: string): Problem {
	return { code, level: 'error', where: `answers.${cut(id, 80)}`, expected, found, remedy };
}

/** No value, and the reason. */
export function refuse(
	question: Question,
	code: string,
	expected: string,
	found: string,
	remedy: string
): Outcome<never> {
	return { ok: false, problems: [problemWith(question.id, code, expected, found, remedy)] };
}

/** A value of the wrong type altogether. */
export const wrongType = (question: Question, expected: string, value: unknown): Outcome<never> =>
	refuse(
		question,
		'wrong-type',
		expected,
		shown(value),
		'Give a value of the type that the question takes, or leave it out.'
	);

/** Any value in a few words, for the end of a sentence; never its whole length. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return JSON.stringify(cut(value, 40));
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'object' ? 'an object' : typeof value;
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** An object with keys, as JSON has them; neither a list nor null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
