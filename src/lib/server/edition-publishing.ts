// An edition counted here → what is published of it, signed; and the text of a signed file → what it says, or why not.
import { contradictionIn } from '#core/instrument/benchmark.ts';
import type { Outcome } from '#core/problem.ts';
import type { Edition } from '#core/standing/edition.ts';
import type { HeldEdition } from '#core/standing/held.ts';
import { publishedOf, type PublishedMeasure } from '#core/standing/published.ts';
import { content } from './content.ts';
import { faultsOf } from './edition-faults.ts';
import { env } from './env.ts';
import { wrong } from './input.ts';
import { readJsonFile } from './json-file.ts';
import { FORMAT, signedShape, type SignedEdition } from './published-shape.ts';
import { fingerprintOf, isSigned, signed } from './signing.ts';

export function signedOf(edition: Edition | HeldEdition): SignedEdition {
	const operator = { name: content().site?.name ?? '', url: env().publicUrl };
	return signedShape.parse(signed({ format: FORMAT, edition: publishedOf(edition), operator }));
}

/** As a file: a cell a line, so that a change can be read in a diff. */
export function fileOf({ edition: { cells, ...about }, ...rest }: SignedEdition): string {
	const entries = Object.entries({ ...rest, edition: null }).map(([key, value]) => {
		if (key !== 'edition') return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
		const head = Object.entries(about).map(([name, each]) => `${JSON.stringify(name)}: ${JSON.stringify(each)},`);
		const lines = cells.map((cell) => `\t${JSON.stringify(cell)}`).join(',\n');
		return `"edition": {\n${head.join('\n')}\n"cells": [\n${lines}\n]\n}`;
	});
	return `{\n${entries.join(',\n')}\n}\n`;
}

/** What a key signed, of one of our instruments; `expected` is the fingerprint of the only key that is taken, if any. */
export function readSigned(text: string, file: string, expected: string | null): Outcome<SignedEdition> {
	const where = `${file}:1`;
	const read = readJsonFile(signedShape, text, file);
	if (!read.ok) return read;
	const { edition, key } = read.value;
	const refuse = (...what: readonly [code: string, expected: string, found: string, remedy: string]) => {
		const [code, ...rest] = what;
		return { ok: false as const, problems: [wrong(code, where, ...rest)] };
	};
	if (!isSigned(read.value))
		return refuse('wrong-signature', 'what was signed', 'a file that was changed since', 'Get the file again.');
	const by = fingerprintOf(key);
	if (expected !== null && expected !== by)
		return refuse('wrong-key', `the signature of ${expected}`, by, 'Ask the publisher for their fingerprint.');
	const instrument = content().instruments.get(edition.instrument.id);
	if (instrument === undefined) {
		const known = [...content().instruments.keys()].join(', ');
		return refuse('unknown-instrument', `one of ${known}`, edition.instrument.id, 'Add the instrument first.');
	}
	const problems = faultsOf(edition, instrument, agree, where);
	return problems.length > 0 ? { ok: false, problems } : read;
}

/** Whether they are figures that may be told, and say the same of one group. */
function agree(figures: PublishedMeasure): boolean {
	const { n, quartiles, tails, bins } = figures;
	const [tenth, ninetieth] = tails ?? [0, 1000];
	const outside = tenth <= quartiles[0] && quartiles[1] <= ninetieth;
	const enough = (tails === null || n >= 50) && (bins === null) === n < 30;
	return outside && enough && contradictionIn(figures) === null;
}
