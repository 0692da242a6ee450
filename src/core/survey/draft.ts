// Answers under way → a draft that any number of tabs and devices can merge without losing one.
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Value, Values } from '#core/instrument/value.ts';

/** What was answered last, and when: `at` rises within a response, in milliseconds. `null` is an answer taken back. */
export type Mark = { readonly value: Value | null; readonly at: number };

/** By question id. Answers of questions that are off the path stay here: what is asked again is answered already. */
export type Marks = Readonly<Record<string, Mark>>;

export type Draft = { readonly answers: Marks };

export const emptyDraft: Draft = { answers: {} };

/** The largest `at` of the draft; 0 while nothing is answered. */
export function lastSeen(draft: Draft): number {
	return Object.values(draft.answers).reduce((largest, mark) => Math.max(largest, mark.at), 0);
}

/**
 * The draft with one more answer, later than every other in it: a clock that was set back cannot lose it.
 * @param milliseconds the clock of the caller
 */
export function withAnswer(draft: Draft, question: string, value: Value | null, milliseconds: number): Draft {
	const at = Math.max(lastSeen(draft) + 1, milliseconds);
	return { answers: { ...draft.answers, [question]: { value, at } } };
}

/** Of two answers to one question the later; of two at the same time the one with the larger canonical JSON. */
export function laterMark(one: Mark, other: Mark): Mark {
	if (one.at !== other.at) return one.at > other.at ? one : other;
	return canonicalJson(one.value) >= canonicalJson(other.value) ? one : other;
}

/**
 * Both drafts in one. The order of merging does not matter, nor does merging twice: a draft that learns nothing new is
 * given back as it is, so that two tabs which tell each other everything come to rest.
 */
export function merge(one: Draft, other: Draft): Draft {
	const news = Object.entries(other.answers).filter(([question, mark]) => {
		const mine = one.answers[question];
		return mine === undefined || laterMark(mine, mark) !== mine;
	});
	return news.length === 0 ? one : { answers: { ...one.answers, ...Object.fromEntries(news) } };
}

/** The answers that stand; those taken back are left out. */
export function valuesOf(draft: Draft): Values {
	const values: Record<string, Value> = {};
	for (const [question, { value }] of Object.entries(draft.answers)) if (value !== null) values[question] = value;
	return values;
}

/** What is not safe yet: every answer later than the `at` that was acknowledged for its question. */
export function pending(draft: Draft, acknowledged: Readonly<Record<string, number>>): Marks {
	return Object.fromEntries(
		Object.entries(draft.answers).filter(([question, mark]) => mark.at > (acknowledged[question] ?? 0))
	);
}

/** By question id the `at` that is safe once `marks` are. */
export function acknowledge(
	acknowledged: Readonly<Record<string, number>>,
	marks: Marks
): Readonly<Record<string, number>> {
	const next: Record<string, number> = { ...acknowledged };
	for (const [question, { at }] of Object.entries(marks)) next[question] = Math.max(next[question] ?? 0, at);
	return next;
}
