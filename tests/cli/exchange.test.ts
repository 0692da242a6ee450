// An edition from one installation to another by the command: two data folders, and the key of the first in both processes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change, closeDatabase } from '#lib/server/database/database.ts';
import { signedOf } from '#lib/server/edition-publishing.ts';
import { keepEdition } from '#lib/server/edition-rows.ts';
import { fingerprintOf } from '#lib/server/signing.ts';
import { bellwether } from '../support/cli.ts';
import { scoredMeasure } from '../support/editions.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
const file = join(world.folder, 'edition.json');
const edition = {
	id: 'small-1-20260301030000',
	date: '2026-03-01',
	instrument: { id: 'small', version: '1.0.0' },
	demonstration: false,
	source: '',
	cells: [
		{
			dimensions: {},
			measures: { company: scoredMeasure(Array.from({ length: 60 }, (_, at) => (37 * at) % 1001)) }
		}
	]
};
const signed = signedOf(edition);

beforeAll(async () => {
	await change('test', (db) => keepEdition(db, { instrument: 'small', major: 1 }, edition, 'own'));
	await closeDatabase();
});
afterAll(() => world.stop());

test('export, import, list', () => {
	expect(bellwether(['edition', 'export', 'small', '--out', file])).toMatchObject({ status: 0, out: '' });
	expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(signed);
	process.env['DATA_DIR'] = join(world.folder, 'elsewhere');
	const key = fingerprintOf(signed.key);
	expect(bellwether(['edition', 'import', file, '--key', key])).toEqual({
		status: 0,
		out: expect.stringMatching(/^Signed by [0-9a-f]{64}\n.*\nImported edition small-1-20260301030000 /) as string,
		err: ''
	});
	expect(JSON.parse(bellwether(['edition', 'list', '--json']).out)).toMatchObject([
		{ id: edition.id, origin: 'imported', signer: key, source: 'Test operator, https://survey.test' }
	]);
	expect(bellwether(['edition', 'import', file])).toMatchObject({ status: 1 });
	expect(bellwether(['edition', 'import', file, '--key', 'mine'])).toMatchObject({ status: 2 });
});
