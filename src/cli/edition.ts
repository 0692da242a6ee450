// A benchmark edition as a file: written from simulated respondents, or read for a report.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Instrument } from '#core/instrument/instrument.ts';
import { demonstration } from '#core/simulation/edition.ts';
import type { Wishes } from '#core/simulation/simulate.ts';
import type { Edition } from '#core/standing/edition.ts';
import { readEdition } from '#lib/server/edition-file.ts';
import { fail, show, usage } from './output.ts';

/** Writes a cell a line, so that a change can be read in a diff. */
export function writeEdition(instrument: Instrument, file: string, wishes: Wishes, date: string): void {
	const { cells, ...about } = demonstration(instrument, wishes, date);
	const head = Object.entries(about).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`);
	const lines = cells.map((cell) => `\t${JSON.stringify(cell)}`).join(',\n');
	writeFileSync(file, `{\n${head.join('\n')}\n"cells": [\n${lines}\n]\n}\n`);
	process.stdout.write(`Wrote ${file}: ${cells.length} peer groups of invented members, marked as a demonstration.\n`);
}

export function loadEdition(file: string, instrument: Instrument): Edition {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return usage(`there is no edition ${file}.`);
	}
	const read = readEdition(text, file, instrument);
	if (read.ok) return read.value;
	show(read.problems);
	return fail();
}
