// Problems of the content → rows as `bellwether check` tells them, for one instrument or for all that is none's.
import { sentence, type Problem } from '#core/problem.ts';

export type ProblemRow = {
	readonly level: Problem['level'];
	readonly file: string;
	/** From 1; null where a problem has no place in a file. */
	readonly line: number | null;
	readonly code: string;
	readonly message: string;
};

/** Errors first, in the order in which they were found otherwise. */
export const problemRows = (problems: readonly Problem[]): readonly ProblemRow[] =>
	problems.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning')).map(rowOf);

/** Those of the files in the folder of an instrument. */
export const problemsOf = (problems: readonly Problem[], instrument: string): readonly Problem[] =>
	problems.filter(({ where }) => where.startsWith(`${instrument}/`));

function rowOf(problem: Problem): ProblemRow {
	const [, file = problem.where, line] = /^(.*):(\d+)$/s.exec(problem.where) ?? [];
	const words = sentence(problem);
	return {
		level: problem.level,
		file,
		line: line === undefined ? null : Number(line),
		code: problem.code,
		message: words.slice(0, 1).toUpperCase() + words.slice(1)
	};
}
