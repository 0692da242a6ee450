// The text of an edition's file → the edition, or every reason why it cannot be one of this instrument.
import { z } from 'zod';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Outcome } from '#core/problem.ts';
import { BINS, type Edition, type Measure } from '#core/standing/edition.ts';
import { faultsOf } from './edition-faults.ts';
import { readJsonFile } from './json-file.ts';

const count = z.int().min(0);
const tenths = z.int().min(0).max(1000);

const measure = z.strictObject({
	n: count.min(1),
	orgs: count.min(1),
	maxOrg: count.min(1),
	bins: z.array(count).length(BINS),
	median: tenths,
	quartiles: z.tuple([tenths, tenths]),
	tails: z.tuple([tenths, tenths]).optional()
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
	const problems = faultsOf(read.value, instrument, agree, `${where}:1`);
	return problems.length > 0 ? { ok: false, problems } : read;
}

function agree({ n, orgs, maxOrg, bins, quartiles: [lower, upper], median }: Measure): boolean {
	const sum = bins.reduce((total, each) => total + each, 0);
	return sum === n && orgs <= n && maxOrg <= n - orgs + 1 && lower <= median && median <= upper;
}
