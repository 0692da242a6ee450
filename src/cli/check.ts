// A content folder, or one instrument's → every problem in it, and its release; exit status 1 when one is an error.
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseContent } from '#core/instrument/content.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { parseInstrument } from '#core/instrument/parse.ts';
import { lockOf } from '#core/instrument/release.ts';
import { isError, type Problem } from '#core/problem.ts';
import { picturesIn, readFolder } from '#lib/server/folder.ts';
import { readSample, readSamples } from '#lib/server/sample.ts';
import { isFolder } from './instrument.ts';
import { fail, show, usage } from './output.ts';
import { untouched } from './template.ts';

export type CheckOptions = { readonly json?: boolean; readonly release?: boolean };

type Files = ReturnType<typeof readFolder>;

type Checked = {
	readonly problems: readonly Problem[];
	/** With their folders. */
	readonly instruments: readonly (readonly [folder: string, instrument: Instrument])[];
};

export function checkContent(folder: string, { json = false, release = false }: CheckOptions): void {
	if (!isFolder(folder)) usage(`there is no folder ${folder}.`);
	const files = readFolder(folder);
	const one = existsSync(join(folder, 'instrument.md'));
	const { problems, instruments } = one ? readOne(folder, files) : readAll(folder, files);
	const left = untouched(files);
	const errors = problems.filter(isError).length;
	// A lock written now would say that the version was released twice, with different texts.
	const held = release && (errors > 0 || problems.some(({ code }) => code === 'unreleased-change'));
	const released = release && !held ? instruments.map(writeLock) : [];
	if (json) process.stdout.write(`${JSON.stringify({ problems, ...(release && { released }) })}\n`);
	else {
		show(problems);
		process.stdout.write(`${errors} errors, ${problems.length - errors} warnings in ${folder}\n`);
		if (left.length > 0) process.stdout.write(`${stillTemplate(left)}\n`);
		for (const { file, version } of released) process.stdout.write(`Released ${version}: wrote ${file}\n`);
		if (held) process.stderr.write('Nothing was released.\n');
	}
	if (errors > 0 || held) fail();
}

/** No problem by itself: whoever begins with the template has all of them. */
function stillTemplate(paths: readonly string[]): string {
	const named = paths.slice(0, 5).join(', ');
	const more = paths.length > 5 ? ` and ${paths.length - 5} more` : '';
	return `Still word for word as "bellwether new" wrote them: ${named}${more}.`;
}

function readOne(folder: string, files: Files): Checked {
	const { instrument, problems } = parseInstrument(basename(folder), files);
	if (instrument === null) return { problems, instruments: [] };
	return { problems: [...problems, ...readSample(instrument, files).problems], instruments: [[folder, instrument]] };
}

function readAll(folder: string, files: Files): Checked {
	const { instruments, problems } = parseContent(files, picturesIn(join(folder, 'themes'), 'themes/'));
	return {
		problems: [...problems, ...readSamples(instruments, files).problems],
		instruments: [...instruments].map(([id, instrument]) => [join(folder, id), instrument])
	};
}

function writeLock([folder, instrument]: readonly [string, Instrument]) {
	const file = join(folder, 'versions.lock');
	writeFileSync(file, lockOf(instrument));
	return { file, version: instrument.version };
}
