// The text of an edition's file → the edition, or every reason why it cannot be one of this instrument.
import { z } from 'zod';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Outcome } from '#core/problem.ts';
import { BINS, nameOf, type Edition } from '#core/standing/edition.ts';
import { readJsonFile } from './json-file.ts';
import { wrong } from './input.ts';

const count = z.int().min(0);
const tenths = z.int().min(0).max(1000);

const measure = z.strictObject({
	n: count.min(1),
	orgs: count.min(1),
	maxOrg: count.min(1),
	bins: z.array(count).length(BINS),
	median: tenths,
	quartiles: z.tuple([tenths, tenths])
});

const edition = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9-]*$/),
	date: z.iso.date(),
	instrument: z.strictObject({ id: z.string(), version: z.string().regex(/^\d+\.\d+\.\d+$/) }),
	demonstration: z.boolean(),
	source: z.string().min(1).max(500),
	cells: z.array(
		z.strictObject({ dimensions: z.record(z.string(), z.string()), measures: z.record(z.string(), measure) })
	)
});

/** `where` names the file in problems. */
export function readEdition(text: string, where: string, instrument: Instrument): Outcome<Edition> {
	const read = readJsonFile(edition, text, where);
	if (!read.ok) return read;
	const problems = [...faults(read.value, instrument)].map(([code, expected, found, remedy]) =>
		wrong(code, `${where}:1`, expected, found, remedy)
	);
	return problems.length > 0 ? { ok: false, problems } : read;
}

type Fault = readonly [code: string, expected: string, found: string, remedy: string];

/** What the shape alone does not show: another instrument, names that it does not have, figures that contradict. */
function* faults({ instrument: of, cells }: Edition, instrument: Instrument): Generator<Fault> {
	const [major] = instrument.version.split('.');
	if (of.id !== instrument.id || of.version.split('.')[0] !== major) {
		const expected = `an edition of ${instrument.id} ${major}`;
		yield ['wrong-edition', expected, `one of ${of.id} ${of.version}`, 'Make one for this version.'];
		return;
	}
	const names = new Set<string>();
	for (const { dimensions, measures } of cells) {
		const name = nameOf(dimensions);
		const cell = name === '' ? 'the cell of all' : `the cell ${name}`;
		if (names.has(name)) yield ['cell-twice', 'each cell once', `${cell} again`, 'Take one out.'];
		names.add(name);
		for (const [question, option] of Object.entries(dimensions)) {
			const known = instrument.questions.find(({ id }) => id === question)?.options.some(({ id }) => id === option);
			if (known !== true)
				yield ['unknown-dimension', `options of questions of ${instrument.id}`, cell, 'Make the edition anew.'];
		}
		for (const [index, { n, orgs, maxOrg, bins, quartiles, median }] of Object.entries(measures)) {
			if (!instrument.indices.some(({ id }) => id === index))
				yield ['unknown-index', `indices of ${instrument.id}`, `"${index}" in ${cell}`, 'Make the edition anew.'];
			const sum = bins.reduce((total, each) => total + each, 0);
			const agree =
				sum === n && orgs <= n && maxOrg <= n - orgs + 1 && quartiles[0] <= median && median <= quartiles[1];
			if (!agree)
				yield ['wrong-figures', 'figures that agree', `others for ${index} in ${cell}`, 'Make the edition anew.'];
		}
	}
}
