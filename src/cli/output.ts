// How the commands speak: results on standard output, problems on standard error, and the exit status.
import { line, type Problem } from '#core/problem.ts';
import { CannotStart } from '#lib/server/cannot-start.ts';
import { UnreadableFolder } from '#lib/server/folder.ts';

/** Problems as `file:line: code: expected …, found …. Remedy.` on standard error. */
export function show(problems: readonly Problem[]): void {
	for (const problem of problems)
		process.stderr.write(`${problem.level === 'warning' ? 'warning: ' : ''}${line(problem)}\n`);
}

class Ended extends Error {
	constructor(readonly status: number) {
		super(`ended with ${status}`);
	}
}

/** The input has problems, which were shown: exit status 1. */
export function fail(): never {
	throw new Ended(1);
}

/** The command was called wrongly: one sentence that says how, exit status 2. */
export function usage(sentence: string): never {
	process.stderr.write(`bellwether: ${sentence}\n`);
	throw new Ended(2);
}

/** Runs a command and turns its end into an exit status; what nobody expected keeps its stack trace and ends with 70. */
export async function ending(run: () => unknown): Promise<void> {
	try {
		await run();
	} catch (error) {
		process.exitCode = statusOf(error);
	}
}

function statusOf(error: unknown): number {
	if (error instanceof Ended) return error.status;
	if (error instanceof UnreadableFolder) show(error.problems);
	else if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
	else {
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
		return 70;
	}
	return 1;
}
