// Instruments that were answered → a column for each of their questions and indices, with what it holds.
import { plain } from '#core/instrument/fill.ts';
import type { Index, Instrument, Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { Cell } from './csv.ts';

/** What stands in any version that was answered; the latest says what it is. */
export const questionsOf = (instruments: readonly Instrument[]): readonly Question[] =>
	latest(instruments.flatMap(({ questions }) => questions));

export const indicesOf = (instruments: readonly Instrument[]): readonly Index[] =>
	latest(instruments.flatMap(({ indices }) => indices));

const latest = <T extends { readonly id: string }>(each: readonly T[]): readonly T[] => [
	...new Map(each.map((one) => [one.id, one])).values()
];

/** From 0 to 100; null where there is no score. */
export function pointsOf(scores: Scores, index: string): number | null {
	const tenths = scores.indices[index]?.tenths;
	return typeof tenths === 'number' ? tenths / 10 : null;
}

export function meaningOf({ text, type, options, unsure, notApplicable }: Question): string {
	const offered = [
		...options.map(({ id, label }) => `${id} = ${label}`),
		...(unsure === null ? [] : [`ns = ${unsure.label}`]),
		...(notApplicable === null ? [] : [`na = ${notApplicable.label}`])
	];
	return [`${plain(text)} (${type})`, ...offered].join('; ');
}

export const meaningOfIndex = ({ title }: Index): string => `${title}, 0 to 100; empty where there is no score`;

/** As `bellwether score` takes it. */
export function cellOf(value: Value | null | undefined): Cell {
	if (value === undefined || value === null) return null;
	if (typeof value === 'string' || typeof value === 'number') return value;
	return Array.isArray(value) ? value.join(';') : JSON.stringify(value);
}
