// Why a file cannot be restored, said by the first thing that is wrong with it.
import { sentence, type Problem } from '#core/problem.ts';

export class Unsound extends Error {
	override readonly name = 'Unsound';

	constructor(readonly problem: Problem) {
		super(sentence(problem));
	}
}

const unsound =
	(code: string, expected: string, remedy: string) =>
	(where: string, found: string): Unsound =>
		new Unsound({ code, level: 'error', where, expected, found, remedy });

export const unreadable = unsound('unreadable-file', 'a file that can be read', 'Check the path and who may read it.');

export const foreign = unsound(
	'not-a-backup',
	'a file that "bellwether backup" wrote',
	'Give the path of a backup, or use another one if this one was.'
);

export const newer = unsound(
	'newer-backup',
	'a backup of this version of Bellwether or an older one',
	'Install the newer version, and restore it with that.'
);

export const unfinished = unsound(
	'truncated-backup',
	'a whole backup',
	'Use another one, and copy it again where it came from.'
);

export const changed = unsound(
	'changed-backup',
	'a backup as it was written',
	'Use another one, and copy it again where it came from.'
);

export const nothing = unsound(
	'nothing-kept',
	'a database that a server has made',
	'Set DATA_DIR or DATABASE_URL as for the server.'
);
