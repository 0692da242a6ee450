// What one parse keeps beside its result: every problem found so far, and where in the files each thing was written.
import { isError, line, type Problem } from '#core/problem.ts';
import type { Wrong } from './wrong.ts';

/** The way to a value in front matter: keys of mappings and positions in lists. */
export type Keys = readonly (string | number)[];

/** Gives `file:line` of a thing, or of the value that `keys` lead to inside it. */
export type Place = (keys?: Keys) => string;

export class Ledger {
	readonly #problems: Problem[] = [];
	readonly #places = new WeakMap<object, Place>();

	/** Remembers where a thing stands, so that later checks can say so. */
	mark<T extends object>(thing: T, place: Place): T {
		this.#places.set(thing, place);
		return thing;
	}

	/** `file:line` of a thing that was marked, or of one of its keys. */
	where(thing: object, keys?: Keys): string {
		return this.#places.get(thing)?.(keys) ?? '';
	}

	error(where: string, what: Wrong): void {
		this.#add({ ...what, level: 'error', where });
	}

	warning(where: string, what: Wrong): void {
		this.#add({ ...what, level: 'warning', where });
	}

	get failed(): boolean {
		return this.#problems.some(isError);
	}

	/** Each once, by file, line and code. */
	get problems(): readonly Problem[] {
		return this.#problems.toSorted(byPlace);
	}

	/** An opening and a closing tag on one line are one mistake. */
	#add(problem: Problem): void {
		const same = (other: Problem): boolean => other.where === problem.where && line(other) === line(problem);
		if (!this.#problems.some(same)) this.#problems.push(problem);
	}
}

function byPlace(a: Problem, b: Problem): number {
	const [fileA, lineA] = split(a.where);
	const [fileB, lineB] = split(b.where);
	if (fileA !== fileB) return byFile(fileA, fileB);
	return lineA - lineB || compare(a.code, b.code) || compare(a.found, b.found);
}

function split(where: string): [string, number] {
	const colon = where.lastIndexOf(':');
	return [where.slice(0, colon), Number(where.slice(colon + 1))];
}

/** Paths by folder and name, the numbers in front of names as numbers: 20-x before 100-y. */
export function byFile(a: string, b: string): number {
	const left = a.split('/');
	const right = b.split('/');
	for (const [position, name] of left.entries()) {
		const other = right[position] ?? '';
		const difference = numberOf(name) - numberOf(other) || compare(name, other);
		if (difference) return difference;
	}
	return left.length - right.length;
}

const numberOf = (name: string): number => Number(/^(\d{1,9})-/.exec(name)?.[1] ?? 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
