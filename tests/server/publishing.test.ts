// Editions that leave and come: signed, refused when anything in them is not as it was, told to whoever has a key.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Edition } from '#core/standing/edition.ts';
import { publishedOf } from '#core/standing/published.ts';
import { addKey } from '#lib/server/api-keys.ts';
import { keepBenchmarks } from '#lib/server/content-benchmarks.ts';
import { change, closeDatabase, database } from '#lib/server/database/database.ts';
import { storedJson } from '#lib/server/database/stored-json.ts';
import { editionById, editionsOf, keepEdition, newestEdition, newestId } from '#lib/server/edition-rows.ts';
import { fileOf, readSigned, signedOf } from '#lib/server/edition-publishing.ts';
import { adopt } from '#lib/server/env.ts';
import { fingerprintOf } from '#lib/server/signing.ts';
import { standing } from '#core/standing/standing.ts';
import { checkAnswers } from '#core/answers/check.ts';
import { score } from '#core/scores/score.ts';
import { content } from '#lib/server/content.ts';
import { listEditions } from '../../src/cli/benchmark.ts';
import { exportEdition, takeEdition } from '../../src/cli/exchange.ts';
import { ending } from '../../src/cli/output.ts';
import { scoredMeasure } from '../support/editions.ts';
import { publisher } from '../support/publisher.ts';
import { writeContent } from '../support/small-content.ts';
import { call, makeWorld, newId, ORIGIN } from '../support/world.ts';

const world = makeWorld();
const scope = { instrument: 'small', major: 1 };

writeContent(world.content, {
	'small/instrument.md': `${readFileSync(join(world.content, 'small/instrument.md'), 'utf8').replace('---\nTwo', 'peers: [ [role], [] ]\n---\nTwo')}`,
	'small/benchmarks/study.yaml': `id: study-2026
source: Example Institute
url: https://example.org/study
date: 2026-02-01
population: 40 companies in no country
measures:
  company: { n: 40, median: 55, quartiles: [30, 70], bins: [ { from: 0, to: 50, count: 20 }, { from: 50, to: 100, count: 20 } ] }
`
});

const folder = mkdtempSync(join(tmpdir(), 'bellwether-publishing-'));
const file = join(folder, 'edition.json');
const here = process.env['DATABASE_URL'];

afterAll(async () => {
	await world.stop();
	rmSync(folder, { recursive: true });
});

const members = (n: number, of = 0): readonly number[] => Array.from({ length: n }, (_, at) => (of + 37 * at) % 1001);

/** Counted here: with every score, and a group of few. Ids are remembered, so each has its own. */
let number = 0;
const counted = (more: Partial<Edition> = {}): Edition => {
	number += 1;
	return {
		id: `small-1-${number}`,
		date: '2026-03-01',
		instrument: { id: 'small', version: '1.0.0' },
		demonstration: false,
		source: '',
		cells: [
			{ dimensions: {}, measures: { company: scoredMeasure(members(200)), value: scoredMeasure(members(200, 5)) } },
			{ dimensions: { role: 'seller' }, measures: { company: scoredMeasure(members(35, 9)) } },
			{ dimensions: { role: 'other' }, measures: { company: scoredMeasure(members(12)) } }
		],
		...more
	};
};
const keep = (edition: Edition) => change('test', (db) => keepEdition(db, scope, edition, 'own'));
/** As it lies in the database: what was read here before is remembered by its id. */
async function stored(id: string): Promise<Edition | null> {
	const row = await (
		await database()
	)
		.selectFrom('editions')
		.select('document')
		.where('id', '=', id)
		.executeTakeFirst();
	return row === undefined ? null : storedJson<Edition>(row.document);
}
const text = (edition: Edition): string => fileOf(signedOf(edition));

let printed: { out: string; err: string };
beforeEach(async () => {
	for (const table of ['editions', 'installation'] as const) await (await database()).deleteFrom(table).execute();
	printed = { out: '', err: '' };
	vi.spyOn(process.stdout, 'write').mockImplementation((said) => Boolean((printed.out += String(said))));
	vi.spyOn(process.stderr, 'write').mockImplementation((said) => Boolean((printed.err += String(said))));
});
afterEach(() => {
	vi.restoreAllMocks();
	process.exitCode = undefined;
});

/** Runs a command as main.ts does, and gives the exit status. */
async function status(run: () => Promise<void>): Promise<number> {
	process.exitCode = undefined;
	await closeDatabase();
	await ending(run);
	return Number(process.exitCode ?? 0);
}

/** As another installation: an empty database beside this one, for as long as `work` runs. */
async function elsewhere(work: () => Promise<void>): Promise<void> {
	await closeDatabase();
	process.env['DATABASE_URL'] = `file:${join(folder, `${newId()}.db`)}`;
	adopt(3000, ORIGIN);
	try {
		await work();
	} finally {
		await closeDatabase();
		if (here === undefined) delete process.env['DATABASE_URL'];
		else process.env['DATABASE_URL'] = here;
		adopt(3000, ORIGIN);
	}
}

describe('from one database to another', () => {
	test('goes what may be told, with its source; a standing in it is about what it was', async () => {
		const edition = counted();
		await keep(edition);
		expect(await status(() => exportEdition('small', { out: file }))).toBe(0);
		const key = fingerprintOf(signedOf(edition).key);
		expect(printed.err).toBe(`Edition ${edition.id}, 2 peer groups, signed by ${key}\n`);
		const said = JSON.parse(readFileSync(file, 'utf8')) as { edition: unknown };
		expect(said.edition).toEqual(publishedOf(edition));
		await elsewhere(async () => {
			expect(await status(() => takeEdition(file, { key }))).toBe(0);
			expect(printed.out).toBe(
				`Signed by ${key}\nwho call themselves: Test operator, ${ORIGIN}\nImported edition ${edition.id} of 2026-03-01 with 2 peer groups.\n`
			);
			expect(await newestEdition(scope)).toBeNull();
			expect(await newestId(await database(), scope, 'imported')).toBe(edition.id);
			const imported = await stored(edition.id);
			expect(imported?.source).toBe(`Test operator, ${ORIGIN}`);
			const instrument = content().instruments.get('small');
			if (imported === null || instrument === undefined) throw new Error('nothing to compare');
			const answers = checkAnswers(instrument, {
				role: 'seller',
				first: 'agree',
				second: 'neither',
				third: 'disagree'
			});
			if (!answers.ok) throw new Error('answers that do not fit');
			const scores = score(instrument, answers.value);
			const [exact, about] = [edition, imported].map((each) => standing(instrument, answers.value, scores, each));
			expect(about?.company).toEqual(exact?.company);
			const [there, back] = [exact, about].map((each) => each?.indices['company']);
			if (there?.mode !== 'percent' || back?.mode !== 'percent') throw new Error('no percentage');
			const bin = there.bins?.find(({ from, to }) => from <= 500 && 500 < to)?.count ?? 0;
			expect(Math.abs(there.relative - back.relative)).toBeLessThanOrEqual((100 * bin) / 35 + 1);
			expect(back).toMatchObject({ n: there.n, median: there.median, quartiles: there.quartiles });
		});
	});

	test('the same again is there already, an older one of the same source is refused, a newer one is taken', async () => {
		const write = (edition: Edition): void => writeFileSync(file, text(edition));
		const edition = counted();
		write(edition);
		expect(await status(() => takeEdition(file, {}))).toBe(0);
		expect(await status(() => takeEdition(file, {}))).toBe(1);
		expect(printed.err).toBe(
			`${file}:1: already-there: expected an edition that is not here, found ${edition.id}. Nothing needs to be done.\n`
		);
		write(counted({ date: '2026-02-28' }));
		printed.err = '';
		expect(await status(() => takeEdition(file, {}))).toBe(1);
		expect(printed.err).toBe(
			`${file}:1: older-edition: expected one of 2026-03-01 or later, found 2026-02-28. Keep ${edition.id}, which is newer.\n`
		);
		const newer = counted({ date: '2026-04-01' });
		write(newer);
		expect(await status(() => takeEdition(file, {}))).toBe(0);
		expect(await newestId(await database(), scope, 'imported')).toBe(newer.id);
	});

	test('a dry run says the same and stores nothing', async () => {
		writeFileSync(file, text(counted()));
		expect(await status(() => takeEdition(file, { dryRun: true }))).toBe(0);
		expect(printed.out).toContain('Would import edition');
		expect(await editionsOf()).toEqual([]);
	});

	test('the list says where each is from and who signed it', async () => {
		const own = counted();
		await keep(own);
		const other = counted();
		writeFileSync(file, text(other));
		await status(() => takeEdition(file, {}));
		printed.out = '';
		await status(() => listEditions({}));
		const key = fingerprintOf(signedOf(other).key);
		expect(printed.out).toContain(`${own.id}  2026-03-01  own  `);
		expect(printed.out).toMatch(new RegExp(`own  [0-9a-f]{16}  counted here\n`));
		expect(printed.out).toContain(`  Test operator, ${ORIGIN}, signed by ${key}\n`);
	});

	test.each([
		['an edition that is not there', () => exportEdition('none', {}), /^none: unknown-edition: /],
		['an instrument that has none', () => exportEdition('small', {}), /^small: no-edition: /]
	])('nothing is exported of %s', async (_what, run, says) => {
		expect(await status(run)).toBe(1);
		expect(printed).toEqual({ out: '', err: expect.stringMatching(says) as string });
	});

	test('what others signed is not signed again', async () => {
		const edition = counted();
		writeFileSync(file, text(edition));
		await status(() => takeEdition(file, {}));
		printed.err = '';
		expect(await status(() => exportEdition(edition.id, {}))).toBe(1);
		expect(printed.err).toMatch(/^small-1-\d+: imported-edition: .* Pass on the file that you were given\.\n$/);
	});
});

describe('a file that is not as it was signed', () => {
	const good = text(counted());
	type Way = readonly (string | number)[];
	const waysIn = (value: unknown, way: Way = []): readonly Way[] =>
		typeof value === 'object' && value !== null
			? [
					way,
					...Object.entries(value).flatMap(([key, part]) =>
						waysIn(part, [...way, Array.isArray(value) ? Number(key) : key])
					)
				]
			: [way];
	/** Another value of the same kind. */
	const other = (value: unknown, at: number): unknown => {
		if (typeof value === 'number') return value === at ? at + 1 : at;
		if (typeof value === 'string')
			return value === ''
				? 'x'
				: value.slice(0, at % value.length) +
						(value[at % value.length] === 'b' ? 'c' : 'b') +
						value.slice((at % value.length) + 1);
		if (typeof value === 'boolean') return !value;
		if (Array.isArray(value)) return at % 2 === 0 ? value.slice(1) : [...(value as unknown[]), value[0] as unknown];
		return value === null ? 'x' : { ...value, more: at };
	};
	const changed = (value: unknown, [key, ...rest]: Way, at: number): unknown => {
		if (key === undefined) return other(value, at);
		if (Array.isArray(value))
			return value.map((part: unknown, place) => (place === key ? changed(part, rest, at) : part));
		const entries = Object.entries(value as object).map(([name, part]) => [
			name,
			name === key ? changed(part, rest, at) : (part as unknown)
		]);
		return Object.fromEntries(entries) as unknown;
	};

	test('is refused, whatever was changed', () => {
		const parsed: unknown = JSON.parse(good);
		expect(readSigned(good, file, null).ok).toBe(true);
		fc.assert(
			fc.property(fc.constantFrom(...waysIn(parsed)), fc.nat(1000), (way, at) => {
				const after = JSON.stringify(changed(parsed, way, at));
				expect(after).not.toBe(JSON.stringify(parsed));
				expect(readSigned(after, file, null).ok).toBe(false);
			}),
			{ numRuns: 500 }
		);
	});

	test('is refused, whichever byte was changed, unless it says the same', () => {
		const bytes = Buffer.from(good);
		const same = JSON.stringify(JSON.parse(good));
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const after = Buffer.from(bytes);
				after[at] = (after[at] ?? 0) ^ flip;
				const read = readSigned(after.toString(), file, null);
				if (read.ok) expect(JSON.stringify(JSON.parse(after.toString()))).toBe(same);
			}),
			{ numRuns: 500 }
		);
	});

	test('says so, with the file', async () => {
		writeFileSync(file, good.replace('"companies":200', '"companies":199'));
		expect(await status(() => takeEdition(file, {}))).toBe(1);
		expect(printed).toEqual({
			out: '',
			err: `${file}:1: wrong-signature: expected what was signed, found a file that was changed since. Get the file again.\n`
		});
		expect(await editionsOf()).toEqual([]);
	});
});

describe('what a key signed is not taken blindly', () => {
	const them = publisher();
	const said = (more: (edition: ReturnType<typeof publishedOf>) => object): string =>
		JSON.stringify(
			them.sign({
				format: 'bellwether-edition/1',
				operator: { name: '', url: null },
				edition: more(publishedOf(counted()))
			})
		);
	const cell = (measure: object, dimensions: object = {}) => ({
		cells: [{ dimensions, measures: { company: measure } }]
	});
	const figures = {
		n: 30,
		companies: 30,
		median: 500,
		quartiles: [250, 750],
		tails: null,
		bins: [{ from: 0, to: 1000, count: 30 }]
	};

	test.each<[what: string, more: object, code: string]>([
		['another instrument', { instrument: { id: 'large', version: '1.0.0' } }, 'unknown-instrument'],
		['another major version', { instrument: { id: 'small', version: '2.0.0' } }, 'wrong-edition'],
		['an option that there is not', cell(figures, { role: 'pilot' }), 'unknown-dimension'],
		['a question that there is not', cell(figures, { trade: 'seller' }), 'unknown-dimension'],
		['an index that there is not', { cells: [{ dimensions: {}, measures: { none: figures } }] }, 'unknown-index'],
		['a group twice', { cells: [...cell(figures).cells, ...cell(figures).cells] }, 'cell-twice'],
		['bins that are not all', cell({ ...figures, bins: [{ from: 0, to: 1000, count: 29 }] }), 'wrong-figures'],
		[
			'bins of few',
			cell({
				...figures,
				bins: [
					{ from: 0, to: 500, count: 4 },
					{ from: 500, to: 1000, count: 26 }
				]
			}),
			'out-of-range'
		],
		[
			'a distribution of few',
			cell({ ...figures, n: 29, companies: 29, bins: [{ from: 0, to: 1000, count: 29 }] }),
			'wrong-figures'
		],
		['tails of few', cell({ ...figures, tails: [100, 900] }), 'wrong-figures'],
		[
			'tails inside of quartiles',
			cell({ ...figures, n: 50, bins: [{ from: 0, to: 1000, count: 50 }], tails: [300, 900] }),
			'wrong-figures'
		],
		['a group of few', cell({ ...figures, n: 19, bins: null }), 'out-of-range'],
		['few companies', cell({ ...figures, companies: 4 }), 'out-of-range'],
		['single scores', cell({ ...figures, scores: [[500, 30]] }), 'unknown-key'],
		['a demonstration', { demonstration: true }, 'demonstration-mixed']
	])('%s', async (_what, more, code) => {
		writeFileSync(
			file,
			said((edition) => ({ ...edition, ...more }))
		);
		expect(await status(() => takeEdition(file, {}))).toBe(1);
		expect(printed.err).toContain(`${file}:1: ${code}: expected `);
		expect(await editionsOf()).toEqual([]);
	});

	test('what is real is not taken among what is invented', async () => {
		const invented = { name: 'demonstration', value: 'true' };
		await (await database()).insertInto('installation').values(invented).execute();
		writeFileSync(
			file,
			said((edition) => edition)
		);
		expect(await status(() => takeEdition(file, {}))).toBe(1);
		expect(printed.err).toContain(
			'demonstration-mixed: expected one that was invented for show, found an edition of real companies.'
		);
		writeFileSync(
			file,
			said((edition) => ({ ...edition, demonstration: true }))
		);
		expect(await status(() => takeEdition(file, {}))).toBe(0);
		await keepBenchmarks();
		expect(await editionsOf()).toHaveLength(1);
	});

	test('only the key that was asked for, however it is written; one without a name is called by it', async () => {
		const fingerprint = fingerprintOf(them.key);
		writeFileSync(
			file,
			said((edition) => edition)
		);
		expect(await status(() => takeEdition(file, { key: '0'.repeat(64) }))).toBe(1);
		expect(printed.err).toContain(`wrong-key: expected the signature of ${'0'.repeat(64)}, found ${fingerprint}.`);
		expect(await status(() => takeEdition(file, { key: 'mine' }))).toBe(2);
		const written = fingerprint.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');
		expect(await status(() => takeEdition(file, { key: written }))).toBe(0);
		const [row] = await editionsOf();
		expect(row).toMatchObject({ origin: 'imported', signer: fingerprint });
		expect((await editionById(row?.id ?? ''))?.source).toBe(`key ${fingerprint.slice(0, 16)}`);
	});

	test('no file, and no JSON', async () => {
		expect(await status(() => takeEdition(join(folder, 'none.json'), {}))).toBe(2);
		writeFileSync(file, 'n');
		expect(await status(() => takeEdition(file, {}))).toBe(1);
		expect(printed.err).toContain(`${file}:1: broken-json: `);
	});
});

describe("the content's own benchmark", () => {
	test('is kept once, and reports find it', async () => {
		await keepBenchmarks();
		await keepBenchmarks();
		const rows = await editionsOf();
		expect(rows).toMatchObject([{ id: 'small-study-2026', origin: 'imported', signer: null, date: '2026-02-01' }]);
		expect(await newestId(await database(), scope, 'imported')).toBe('small-study-2026');
		expect(await newestId(await database(), { instrument: 'small', major: 2 }, 'imported')).toBeNull();
		expect((await editionById('small-study-2026'))?.source).toBe(
			'Example Institute: 40 companies in no country (https://example.org/study)'
		);
	});
});

describe('over HTTP', () => {
	const keyFor = async (): Promise<string> =>
		(await addKey('command', newId(), { name: 'Test', scopes: ['editions:read'], lastDay: null })) ?? '';
	type Listed = { editions: { id: string; instrument: string; major: number; date: string }[]; next: string | null };

	test('the list goes page by page over those counted here, the newest first', async () => {
		const key = await keyFor();
		const all = [counted(), counted(), counted()];
		for (const edition of all) await keep(edition);
		await keepBenchmarks();
		const seen: string[] = [];
		for (let next: string | null = ''; next !== null;) {
			const page = (await (
				await call('GET', `/api/v1/editions?limit=2${next && `&cursor=${next}`}`, { key })
			).json()) as Listed;
			seen.push(...page.editions.map(({ id }) => id));
			next = page.next;
		}
		expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
		expect(seen).toEqual((await editionsOf()).filter(({ origin }) => origin === 'own').map(({ id }) => id));
		const none = (await (await call('GET', '/api/v1/editions?instrument=large', { key })).json()) as Listed;
		expect(none).toEqual({ editions: [], next: null });
		expect((await call('GET', '/api/v1/editions?origin=imported', { key })).status).toBe(422);
	});

	test('one is what is exported, and nothing of single scores', async () => {
		const key = await keyFor();
		const edition = counted();
		await keep(edition);
		const response = await call('GET', `/api/v1/editions/${edition.id}`, { key });
		const body = await response.text();
		expect([response.status, JSON.parse(body)]).toEqual([200, JSON.parse(text(edition))]);
		expect(readSigned(body, 'body', null).ok).toBe(true);
		expect(body).not.toMatch(/scores|told|maxOrg/);
	});

	test('one that others published, or nobody, is not there', async () => {
		const key = await keyFor();
		await keepBenchmarks();
		for (const id of ['small-study-2026', 'none'])
			expect((await call('GET', `/api/v1/editions/${id}`, { key })).status).toBe(404);
	});
});
