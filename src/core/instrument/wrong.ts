// The sentences of a problem, before it is known how bad it is and where it stands.
import type { Problem } from '#core/problem.ts';

/** What is wrong, without the level and the place. */
export type Wrong = Omit<Problem, 'level' | 'where'>;

export const wrong = (code: string, expected: string, found: string, remedy: string): Wrong => ({
	code,
	expected,
	found,
	remedy
});

/** What an author may choose from, as a problem lists it. */
export function oneOf(what: string, names: Iterable<string>): string {
	const list = [...names];
	return list.length === 0 ? `one of ${what.replace(/:$/, '')} (there are none)` : `one of ${what} ${list.join(', ')}`;
}

/** A value as a problem quotes it. */
export function show(value: unknown): string {
	if (value === null || value === undefined) return 'nothing';
	if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
	if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty mapping' : 'a mapping';
	return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : typeof value;
}
