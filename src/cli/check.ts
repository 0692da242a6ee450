// A content folder, or one instrument's → every problem in it; exit status 1 when one of them is an error.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseContent } from '#core/instrument/content.ts';
import { parseInstrument } from '#core/instrument/parse.ts';
import { isError } from '#core/problem.ts';
import { readFolder } from '#lib/server/folder.ts';
import { isFolder } from './instrument.ts';
import { fail, show, usage } from './output.ts';

export function checkContent(folder: string, json: boolean): void {
	if (!isFolder(folder)) usage(`there is no folder ${folder}.`);
	const one = existsSync(join(folder, 'instrument.md'));
	const { problems } = one ? parseInstrument(basename(folder), readFolder(folder)) : parseContent(readFolder(folder));
	const errors = problems.filter(isError).length;
	if (json) process.stdout.write(`${JSON.stringify({ problems })}\n`);
	else {
		show(problems);
		process.stdout.write(`${errors} errors, ${problems.length - errors} warnings in ${folder}\n`);
	}
	if (errors > 0) fail();
}
