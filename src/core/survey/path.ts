// Outline and values → the questions that are asked. An answer to a question off the path does not exist.
import type { Condition } from '#core/instrument/condition.ts';
import { holds, type Facts } from '#core/instrument/holds.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Values } from '#core/instrument/value.ts';

/** What decides about the path: sections in order, each with its questions. The sections of a questionnaire are one. */
export type Outline = readonly {
	readonly id: string;
	readonly when: Condition | null;
	readonly questions: readonly { readonly id: string; readonly when: Condition | null }[];
}[];

type Conditions = { readonly section: Condition | null; readonly question: Condition | null };

/** The outline of an instrument; the same object for the same instrument. */
export const outlineOf = once((instrument: Instrument): Outline => {
	const whens = new Map(instrument.questions.map(({ id, when }) => [id, when]));
	return instrument.sections.map(({ id, when, questions }) => ({
		id,
		when,
		questions: questions.map((question) => ({ id: question, when: whens.get(question) ?? null }))
	}));
});

/**
 * The ids of the questions that are asked, in order. A condition sees only answers on the path, wherever the question
 * stands that it names. Conditions that run in a circle are a fault of the content; here their questions are not asked.
 */
export function pathOf(outline: Outline, values: Values): readonly string[] {
	const questions = conditionsOf(outline);
	const asked = new Map<string, boolean>();
	const facts: Facts = { value: (id) => (isAsked(id) && Object.hasOwn(values, id) ? values[id] : undefined) };

	function isAsked(id: string): boolean {
		const known = asked.get(id);
		if (known !== undefined) return known;
		const when = questions.get(id);
		if (when === undefined) return false;
		if (when.section === null && when.question === null) return true;
		asked.set(id, false);
		const answer = holds(when.section, facts) && holds(when.question, facts);
		asked.set(id, answer);
		return answer;
	}
	const path: string[] = [];
	for (const id of questions.keys()) if (isAsked(id)) path.push(id);
	return path;
}

/** The ids of the sections in which something is asked, in order. */
export function sectionsOnPath(outline: Outline, values: Values): readonly string[] {
	const path = new Set(pathOf(outline, values));
	return outline.filter(({ questions }) => questions.some(({ id }) => path.has(id))).map(({ id }) => id);
}

const conditionsOf = once((outline: Outline): ReadonlyMap<string, Conditions> => {
	const questions = new Map<string, Conditions>();
	for (const section of outline) {
		for (const { id, when } of section.questions) questions.set(id, { section: section.when, question: when });
	}
	return questions;
});
