// JSON from outside, such as an older version of this page, → what it should be, as far as it is that.
import type { Value } from '#core/instrument/value.ts';
import type { Draft, Mark } from '#core/survey/draft.ts';
import { at, review, type Place } from '#core/survey/walk.ts';

export type Shape = Readonly<Record<string, unknown>>;

/** The value of a JSON text; undefined where it is none. */
export function parsed(text: string | null | undefined): unknown {
	try {
		return text ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}

/** The members of an object; none of anything else. */
export const membersOf = (value: unknown): Shape => (isObject(value) ? value : {});

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The answers that can be read as such. Whether a question takes them is for `fitting` to say. */
export function draftOf(value: unknown): Draft {
	const marks = Object.entries(membersOf(membersOf(value)['answers']));
	return { answers: Object.fromEntries(marks.flatMap(([id, mark]) => (isMark(mark) ? [[id, mark]] : []))) };
}

export function placeOf(value: unknown): Place | undefined {
	const { kind, section, question } = membersOf(value);
	if (kind === 'review') return review;
	return kind === 'section' && typeof section === 'string' ? at(section, textOf(question)) : undefined;
}

/** Seconds by section. */
export const secondsIn = (value: unknown): Readonly<Record<string, number>> =>
	Object.fromEntries(
		Object.entries(membersOf(value)).flatMap(([id, time]) => (typeof time === 'number' ? [[id, time]] : []))
	);

/** Pairs of names and texts, as a form gives them. */
export function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((pair: unknown) =>
		Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1]] as const] : []
	);
}

const isObject = (value: unknown): value is Shape =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isMark = (value: unknown): value is Mark =>
	isObject(value) && typeof value['at'] === 'number' && (value['value'] === null || isValue(value['value']));

const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const isValue = (value: unknown): value is Value =>
	isPlain(value) || (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [null]).every(isPlain);
