// `bellwether edition export` and `import`: what may be told of an edition, signed, to a file and from one.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { line, type Outcome, type Problem } from '#core/problem.ts';
import type { HeldEdition } from '#core/standing/held.ts';
import { content } from '#lib/server/content.ts';
import { majorOf } from '#lib/server/contribution-rows.ts';
import { importEdition, labelOf } from '#lib/server/edition-importing.ts';
import { fileOf, readSigned, signedOf } from '#lib/server/edition-publishing.ts';
import { editionById, editionsOf, newestEdition } from '#lib/server/edition-rows.ts';
import { wrong } from '#lib/server/input.ts';
import type { SignedEdition } from '#lib/server/published-shape.ts';
import { fingerprintOf } from '#lib/server/signing.ts';
import { fail, show, usage } from './output.ts';
import { stored } from './stored.ts';

export type ExportEditionOptions = { readonly out?: string };
export type ImportEditionOptions = { readonly key?: string; readonly dryRun?: boolean };

const MOST_BYTES = 100_000_000;

export async function exportEdition(wanted: string, { out }: ExportEditionOptions): Promise<void> {
	const edition = taken(await stored(() => countedHere(wanted)));
	const signed = signedOf(edition);
	if (out === undefined) process.stdout.write(fileOf(signed));
	else writeOut(out, fileOf(signed));
	const groups = `${signed.edition.cells.length} peer groups`;
	process.stderr.write(`Edition ${edition.id}, ${groups}, signed by ${fingerprintOf(signed.key)}\n`);
}

export async function takeEdition(file: string, { key, dryRun = false }: ImportEditionOptions): Promise<void> {
	const expected = key?.replaceAll(/[\s:]/g, '').toLowerCase() ?? null;
	if (expected !== null && !/^[0-9a-f]{64}$/.test(expected))
		usage('--key takes a fingerprint of 64 digits and a to f.');
	const signed = taken(readSigned(readIn(file), file, expected));
	process.stdout.write(whoSigned(signed));
	const edition = taken(await stored(() => importEdition(signed, `${file}:1`, dryRun)));
	const said = `edition ${edition.id} of ${edition.date} with ${edition.cells.length} peer groups`;
	process.stdout.write(dryRun ? `Would import ${said}; nothing was stored.\n` : `Imported ${said}.\n`);
	if (edition.cells.length === 0)
		process.stderr.write('No group in it has 30 members, so that nobody is compared with it.\n');
}

/** The edition of this id, or the newest of this instrument. What others signed is not signed again here. */
async function countedHere(wanted: string): Promise<Outcome<HeldEdition>> {
	const refuse = (...what: readonly [code: string, expected: string, found: string, remedy: string]) => {
		const [code, ...rest] = what;
		return { ok: false as const, problems: [wrong(code, wanted, ...rest)] };
	};
	const instrument = content().instruments.get(wanted);
	const scope = instrument && { instrument: instrument.id, major: majorOf(instrument.version) };
	const found = scope === undefined ? await editionById(wanted) : await newestEdition(scope);
	if (found === null)
		return scope === undefined
			? refuse('unknown-edition', 'an edition or an instrument', 'neither', 'See bellwether edition list.')
			: refuse('no-edition', 'an edition counted here', 'none', 'Run bellwether edition build.');
	const row = (await editionsOf()).find(({ id }) => id === found.id);
	if (row?.origin === 'own') return { ok: true, value: found };
	return refuse(
		'imported-edition',
		'an edition counted here',
		'an imported one',
		'Pass on the file that you were given.'
	);
}

/** What was read of who they are is their own word; the fingerprint is not. */
const whoSigned = (signed: SignedEdition): string =>
	`Signed by ${fingerprintOf(signed.key)}\nwho call themselves: ${labelOf({ ...signed, edition: { ...signed.edition, source: '' } })}\n`;

function taken<Value>(outcome: Outcome<Value>): Value {
	if (outcome.ok) return outcome.value;
	show(outcome.problems);
	return fail();
}

function readIn(file: string): string {
	try {
		const { size } = statSync(file);
		if (size <= MOST_BYTES) return readFileSync(file, 'utf8');
		return ended(wrong('file-too-large', `${file}:1`, `at most ${MOST_BYTES} bytes`, `${size}`, 'Get the file again.'));
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		return usage(`there is no file ${file} that can be read.`);
	}
}

function writeOut(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		ended(wrong('cannot-write', file, 'a place for a file', String(error.code), 'Name another with --out.'));
	}
}

function ended(problem: Problem): never {
	process.stderr.write(`${line(problem)}\n`);
	return fail();
}
