// An id or a folder, as typed → the instrument. Problems go to standard error, one a line.
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Instrument } from '#core/instrument/instrument.ts';
import { parseInstrument } from '#core/instrument/parse.ts';
import { isError } from '#core/problem.ts';
import { readFolder } from '#lib/server/folder.ts';
import { fail, show, usage } from './output.ts';

/** The folder that an id or path means; ids are looked up in CONTENT_DIR. Ends the program where there is none. */
function instrumentFolder(wanted: string, contentDir: string): string {
	const asId = /^[a-z][a-z0-9-]*$/.test(wanted) ? join(contentDir, wanted) : null;
	const folder = [asId, resolve(wanted)].find((path) => path !== null && existsSync(join(path, 'instrument.md')));
	return (
		folder ?? usage(`there is no instrument "${wanted}": no file ${join(asId ?? resolve(wanted), 'instrument.md')}.`)
	);
}

export function loadInstrument(wanted: string, contentDir: string): Instrument {
	const folder = instrumentFolder(wanted, contentDir);
	const { instrument, problems } = parseInstrument(basename(folder), readFolder(folder));
	const errors = problems.filter(isError);
	if (instrument !== null && errors.length === 0) return instrument;
	show(errors);
	return fail();
}

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
