// The one shape of an expected error, whether it stands in a content file, a request or an answers file.

export type Problem = {
	/** Kebab-case and stable: programs may rely on it. */
	readonly code: string;
	/** An error stops the work; a warning is listed and the work goes on. */
	readonly level: 'error' | 'warning';
	/** `file:line` for content, a path such as `answers.role` for input. */
	readonly where: string;
	readonly expected: string;
	readonly found: string;
	/** What to do about it, one imperative sentence. */
	readonly remedy: string;
};

/** Either the value that was asked for, or every reason why there is none. Never both, never an exception. */
export type Outcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** One sentence for a person: what was expected, what was found, how to mend it. Without the place. */
export function sentence(problem: Problem): string {
	return `expected ${problem.expected}, found ${problem.found}. ${problem.remedy}`;
}

/** The line that a command prints: `where: code: expected …, found …. Remedy.` */
export function line(problem: Problem): string {
	return `${problem.where}: ${problem.code}: ${sentence(problem)}`;
}

export const isError = (problem: Problem): boolean => problem.level === 'error';
