// What somebody answers, and how quickly they read → the seconds that each section took, and when each answer was given.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Chance } from './chance.ts';

export type Paced = {
	/** `{ section: seconds }`, of the sections in which something was answered. */
	readonly timing: Readonly<Record<string, number>>;
	/** By question, in milliseconds since 1970. */
	readonly answers: Readonly<Record<string, { readonly value: Value; readonly at: number }>>;
	/** From the first to the last, in milliseconds. */
	readonly lasts: number;
};

/** Seconds that a person needs for a question, give or take two fifths. */
const USUAL = 9;

/** `speed` 1 is usual, 10 ten times as fast; `began` in milliseconds since 1970. */
export function paced(
	{ sections }: Pick<Instrument, 'sections'>,
	values: Readonly<Record<string, Value>>,
	{ began, speed }: { readonly began: number; readonly speed: number },
	chance: Chance
): Paced {
	const timing: Record<string, number> = {};
	const answers: Record<string, { value: Value; at: number }> = {};
	let at = began;
	for (const { id, questions } of sections) {
		const from = at;
		for (const question of questions) {
			const value = values[question];
			if (value === undefined) continue;
			at += Math.round((1000 * USUAL * (0.6 + 0.8 * chance.next())) / speed);
			answers[question] = { value, at };
		}
		if (at > from) timing[id] = Math.round((at - from) / 100) / 10;
	}
	return { timing, answers, lasts: at - began };
}
