// A value and its question → may it be sent? What does not fit is shown to the person who typed it, and stays in the page.
import type { AskedOption, AskedQuestion } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';

/** The points that a split divides. */
export const splitPoints = 10;

/** Whether the question takes this value. Looser than the server nowhere that a person can reach by typing. */
export function fits(question: AskedQuestion, options: readonly AskedOption[], value: Value): boolean {
	if (value === 'ns' && question.unsure !== null) return true;
	if (value === 'na' && question.notApplicable !== null) return true;
	const known = (id: string) => options.some((option) => option.id === id);
	switch (question.type) {
		case 'scale':
		case 'choice':
			if (typeof value === 'string') return known(value);
			return (
				isOther(value) &&
				options.some(({ id, input }) => id === value.option && input) &&
				value.text.length <= question.max
			);
		case 'choices':
			return Array.isArray(value) && value.length > 0 && value.every(known);
		case 'split':
			return isPoints(value) && Object.keys(value).every(known) && sum(Object.values(value)) === splitPoints;
		case 'number':
			return typeof value === 'number' && inRange(question, value);
		case 'text':
			return typeof value === 'string' && value.trim() !== '' && value.length <= question.max;
		case 'date':
			return typeof value === 'string' && isDate(value);
	}
}

const isOther = (value: Value): value is { readonly option: string; readonly text: string } =>
	typeof value === 'object' && 'text' in value && typeof value.text === 'string';

const isPoints = (value: Value): value is Readonly<Record<string, number>> =>
	typeof value === 'object' &&
	!Array.isArray(value) &&
	Object.values(value).every((points) => Number.isInteger(points) && points >= 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function inRange({ number }: AskedQuestion, value: number): boolean {
	if (!number || value < number.min || value > number.max) return false;
	const scaled = value * 10 ** number.decimals;
	return Math.abs(scaled - Math.round(scaled)) < 1e-6;
}

/** A day of the calendar as `yyyy-mm-dd`: the 30th of February is none. */
function isDate(text: string): boolean {
	const day = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
