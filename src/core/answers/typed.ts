// What came in for a question that is typed into → a number, text or date, or the reason why not.
import type { Question } from '#core/instrument/instrument.ts';
import { units } from '#core/instrument/units.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Outcome } from '#core/problem.ts';
import { refuse, shown, wrongType } from './refusal.ts';

/** A number within the range, on a step, with no more decimals than declared. */
export function readNumber(question: Question, value: unknown): Outcome<Value> {
	const range = question.number;
	if (typeof value !== 'number' || !Number.isFinite(value) || range === null)
		return wrongType(question, 'a number', value);
	const { min, max, step, decimals } = range;
	if (value < min || value > max) {
		return refuse(
			question,
			'out-of-range',
			`a number from ${min} to ${max}`,
			shown(value),
			'Give a number in this range.'
		);
	}
	const scaled = units(value, decimals);
	if (scaled === null) {
		const expected = decimals === 0 ? 'a whole number' : `at most ${decimals} digits after the point`;
		return refuse(question, 'too-many-decimals', expected, shown(value), 'Round the number.');
	}
	const [from, stride] = [units(min, decimals), units(step, decimals)];
	if (from !== null && stride !== null && stride > 0 && (scaled - from) % stride !== 0) {
		return refuse(question, 'off-step', `steps of ${step} from ${min}`, shown(value), 'Give a number on a step.');
	}
	return { ok: true, value };
}

/** A text of at most `max` characters that a database and a page can hold. */
export function readText(question: Question, value: unknown): Outcome<string> {
	if (typeof value !== 'string') return wrongType(question, 'a text', value);
	if (longerThan(value, question.max)) {
		return refuse(question, 'too-long', `at most ${question.max} characters`, 'more', 'Shorten the text.');
	}
	// In Unicode mode a surrogate matches only where it stands alone.
	if (/[\0\uD800-\uDFFF]/u.test(value)) {
		const found = 'a NUL or half of a surrogate pair';
		return refuse(
			question,
			'unusable-character',
			'a text of Unicode characters',
			found,
			'Take out the broken character.'
		);
	}
	return { ok: true, value };
}

/** Whether the text has more characters (code points) than that; reads no further than it must. */
function longerThan(text: string, most: number): boolean {
	if (text.length <= most) return false;
	if (text.length > 2 * most) return true;
	let count = 0;
	for (const _ of text) count += 1;
	return count > most;
}

/** A day that exists, as `yyyy-mm-dd`. */
export function readDate(question: Question, value: unknown): Outcome<Value> {
	const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
	if (parts === null || typeof value !== 'string') return wrongType(question, 'a date as yyyy-mm-dd', value);
	const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
	if (day < 1 || day > daysIn(year, month)) {
		return refuse(question, 'no-such-date', 'a day that the calendar has', shown(value), 'Give an existing day.');
	}
	return { ok: true, value };
}

/** How many days a month has in the Gregorian calendar; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
